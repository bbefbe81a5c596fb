// The tour points at what it tells of, follows the arrow keys, and remembers who did not want it.
(() => {
  "use strict";
  const KEPT = "samsyn.tour";
  const seen = () => (document.documentElement.dataset.tour = "done");
  if (localStorage.getItem(KEPT)) seen();

  document.addEventListener("click", ({ target }) => {
    if (!target.closest?.(".invite .no, .tour .end")) return;
    localStorage.setItem(KEPT, "done");
    seen();
    document.querySelector("h1")?.focus();
  });

  document.addEventListener("keydown", (event) => {
    const way = { ArrowRight: "next", ArrowLeft: "prev" }[event.key];
    const tour = way && !event.defaultPrevented && document.querySelector(".tour");
    if (!tour || !(tour.contains(event.target) || event.target.matches("body, h1"))) return;
    tour.querySelector(`a.${way}`)?.click();
    event.preventDefault();
  });

  // What a stop points at may arrive after the stop has.
  let at = "";
  const point = () => {
    const tour = document.querySelector(".tour");
    const thing = tour && document.querySelector(tour.dataset.at);
    const now = tour ? tour.dataset.stop : "";
    const here = document.querySelector(".pointed");
    if (here && here !== thing) here.classList.remove("pointed");
    if (thing && !thing.classList.contains("pointed")) {
      thing.classList.add("pointed");
      thing.scrollIntoView({ block: "start" });
    }
    if (now && now !== at) tour.querySelector(".title").focus({ preventScroll: true });
    at = now;
  };
  let waits = false;
  new MutationObserver(() => {
    if (!waits) requestAnimationFrame(() => ((waits = false), point()));
    waits = true;
  }).observe(document.body, { childList: true, subtree: true });
})();
