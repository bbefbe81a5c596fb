// Contact with the server: told when it is lost and when it is back, in the reader's language.
(() => {
  "use strict";
  const BRIEF = 1500; // a break this short is over before anybody has read about it
  const STARTING = 8000; // a page that has never had contact is only starting
  const READ = 6000; // long enough to read that all is well again
  let had = false;
  let timer;

  const said = () => document.getElementById("contact");
  const isLost = () => document.documentElement.classList.contains("lost");
  const say = (text) => said().replaceChildren(text);
  const after = (wait, act) => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };

  const lost = () => {
    document.documentElement.classList.add("lost");
    say(said().dataset.lost);
  };
  const back = () => {
    had = true;
    clearTimeout(timer);
    if (!isLost()) return;
    document.documentElement.classList.remove("lost");
    say(said().dataset.back);
    after(READ, () => say(""));
  };

  // Streamlit writes on its outermost element whether it is connected; that element may be replaced.
  let last;
  const look = () => {
    const now = document.querySelector("[data-test-connection-state]")?.dataset.testConnectionState;
    if (!now || now === last) return;
    const was = last;
    last = now;
    if (now === "CONNECTED") back();
    else if (!isLost() && (!was || was === "CONNECTED")) after(had ? BRIEF : STARTING, lost);
  };
  new MutationObserver(look).observe(document, {
    attributeFilter: ["data-test-connection-state"],
    childList: true,
    subtree: true,
  });
  look();

  // Whoever follows a link meanwhile is told again why nothing happens.
  addEventListener("samsyn:lost", () => {
    say("");
    requestAnimationFrame(() => say(said().dataset.lost));
  });
})();
