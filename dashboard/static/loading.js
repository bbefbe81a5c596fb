// A page that takes its time says so, in the reader's language, until it is there.
(() => {
  "use strict";
  const NOTICED = 500; // milliseconds: what comes sooner needs no word
  const RUNNING = '[data-test-script-state="running"]'; // Streamlit's own mark of a page being drawn anew
  let timer;

  const say = (text) => document.getElementById("loading")?.replaceChildren(text);
  const look = () => {
    const isThere = document.querySelector("h1") && !document.querySelector(RUNNING);
    if (!isThere) {
      timer ??= setTimeout(() => say(document.getElementById("loading").dataset.said), NOTICED);
    } else if (timer) {
      clearTimeout(timer);
      timer = undefined;
      say("");
    }
  };
  new MutationObserver(look).observe(document, {
    attributeFilter: ["data-test-script-state"],
    childList: true,
    subtree: true,
  });
  look();
})();
