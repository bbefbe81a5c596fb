// A word or mark says what it means where it stands: to whoever points at it, comes to it by keyboard, or presses it.
(() => {
  "use strict";
  const { terms, more, at, arrows } = JSON.parse(document.getElementById("words").textContent);
  const tip = document.createElement("div");
  tip.id = "explained";
  tip.popover = "manual";
  tip.tabIndex = -1;
  document.body.append(tip);

  let of = null; // the mark that is explained now
  let pressed = false; // whether it stays until it is closed
  let timer = 0;
  const hasGlossary = () => document.querySelector("header.bar")?.dataset.pages.split(" ").includes(at.split("?")[0]);
  const group = (mark) => mark.closest("table, ul.signals, ul.kept");
  const part = (kind, text, name = "") => Object.assign(document.createElement(kind), { textContent: text, className: name });

  const hide = () => {
    clearTimeout(timer);
    of?.removeAttribute("aria-describedby");
    of = null;
    pressed = false;
    if (tip.matches(":popover-open")) tip.hidePopover();
  };

  const place = () => {
    const [mine, its] = [tip.getBoundingClientRect(), of.getBoundingClientRect()];
    const below = its.bottom + mine.height + 16 < innerHeight;
    tip.style.left = `${Math.max(8, Math.min(its.left, innerWidth - mine.width - 8))}px`;
    tip.style.top = `${Math.max(8, below ? its.bottom + 6 : its.top - mine.height - 6)}px`;
  };

  const show = (mark, stays) => {
    hide();
    const [name, text] = terms[mark.dataset.term];
    const link = part("a", more);
    link.href = `${at}#${mark.dataset.term}`;
    const way = part("p", "");
    way.append(link);
    const here = mark.dataset.says ? [part("p", mark.dataset.says, "here")] : [];
    const keys = group(mark) && mark.matches(":focus-visible") && !stays ? [part("p", arrows, "keys")] : [];
    tip.replaceChildren(part("b", name), ...here, part("p", text), ...keys, ...(hasGlossary() ? [way] : []));
    tip.setAttribute("role", stays ? "dialog" : "tooltip");
    tip.setAttribute("aria-label", name);
    tip.style.colorScheme = getComputedStyle(mark).colorScheme;
    tip.showPopover();
    [of, pressed] = [mark, stays];
    place();
    if (stays) (link.isConnected ? link : tip).focus({ preventScroll: true });
    else mark.setAttribute("aria-describedby", tip.id);
  };

  const later = (what, milliseconds) => {
    clearTimeout(timer);
    timer = setTimeout(what, milliseconds);
  };
  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "touch" || pressed) return;
    const mark = target.closest?.(".explain");
    if (mark && mark !== of) later(() => mark.isConnected && show(mark, false), 200);
    else if (mark || target.closest?.("#explained")) clearTimeout(timer);
    else later(() => of && !of.matches(":focus-visible") && hide(), 250);
  });
  document.addEventListener("focusin", ({ target }) => {
    if (target.matches?.(".explain:focus-visible")) show(target, false);
    else if (of && !tip.contains(target)) hide();
  });
  document.addEventListener("scroll", ({ target }) => of && !tip.contains(target) && place(), true);

  // Before the row it stands in is opened by the same press.
  document.addEventListener("click", (event) => {
    const mark = event.target.closest?.(".explain");
    if (mark) {
      event.preventDefault();
      if (pressed && mark === of) hide();
      else show(mark, true);
    } else if (of && !tip.contains(event.target)) hide();
    else if (event.target.closest?.("#explained a")) later(hide, 0);
  }, true);

  document.addEventListener("keydown", (event) => {
    if (of && (event.key === "Escape" || (event.key === "Tab" && tip.contains(event.target)))) {
      const mark = of;
      hide();
      mark.focus({ preventScroll: true }); // and Tab goes on from there
      hide(); // to come back is not to ask again
      return;
    }
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const marks = event.target.matches?.(".explain") ? group(event.target) : null;
    if (!step || !marks) return;
    const every = [...marks.querySelectorAll(".explain")].filter((each) => each.offsetParent);
    const next = every[every.indexOf(event.target) + step];
    event.preventDefault();
    if (!next) return;
    event.target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });

  // Marks of one table are one stop on the way through the page; the arrow keys go on among them.
  let waits = false;
  const stops = () => {
    waits = false;
    for (const marks of document.querySelectorAll("table, ul.signals, ul.kept")) {
      const every = [...marks.querySelectorAll(".explain")];
      const stop = every.find((each) => each === document.activeElement) ?? every.find((each) => each.offsetParent);
      for (const each of every) each.tabIndex = each === stop ? 0 : -1;
    }
  };
  new MutationObserver(() => {
    if (of && !of.isConnected) hide();
    if (!waits) requestAnimationFrame(stops);
    waits = true;
  }).observe(document.body, { childList: true, subtree: true });
})();
