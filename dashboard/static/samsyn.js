// Links between pages without a reload, menus that close, and a focus that follows the page.
(() => {
  "use strict";
  const PATIENCE = 10000; // milliseconds a slow server may take to draw another page
  const isPage = (path) => document.querySelector("header.bar")?.dataset.pages.split(" ").includes(path);

  // Streamlit listens to the browser's own history: a changed address and a popstate is a page change.
  const go = (href) => {
    history.pushState({}, "", href);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    scrollTo(0, 0);
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  };

  const focusContent = () => {
    const heading = document.querySelector("h1");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
  };

  // The new page arrives a moment after the address has changed.
  const focusWhenNew = (old) => {
    const started = performance.now();
    const look = () => {
      const heading = document.querySelector("h1");
      if (heading && heading !== old) focusContent();
      else if (performance.now() - started < PATIENCE) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };

  // A part of the page or another filter: whoever stood on a link that is gone now stands at the heading.
  const focusIfLost = (old) => {
    const started = performance.now();
    const look = () => {
      const heading = document.querySelector("h1");
      if (heading && heading !== old && document.activeElement === document.body) {
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
      } else if (performance.now() - started < PATIENCE) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };

  // A place on a page, such as a definition: it arrives after the page has, so it is waited for.
  const showPlace = (hash) => {
    const started = performance.now();
    const look = () => {
      const place = document.getElementById(decodeURIComponent(hash.slice(1)));
      if (place) {
        place.focus({ preventScroll: true });
        place.scrollIntoView({ block: "start" });
      } else if (performance.now() - started < 8000) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  if (location.hash) showPlace(location.hash);

  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
    const link = event.target.closest?.("a[href]");
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!plain || event.defaultPrevented) return;
    if (link?.classList.contains("skip")) {
      event.preventDefault();
      focusContent();
      return;
    }
    if (event.target.closest?.(".print-page")) {
      print();
      return;
    }
    const row = event.target.closest?.("tr[data-href]");
    const href = link ? link.getAttribute("href") : row && getSelection().isCollapsed ? row.dataset.href : null;
    if (!href) return;
    const to = new URL(href, location.href);
    if (to.origin !== location.origin) return;
    // Without contact the address would change and the page would not, or the page would be gone.
    if (document.documentElement.classList.contains("lost")) {
      event.preventDefault();
      dispatchEvent(new Event("samsyn:lost"));
      return;
    }
    if (!isPage(to.pathname) || link?.hasAttribute("hreflang")) return;
    event.preventDefault();
    const samePage = to.pathname === location.pathname;
    if (samePage && to.search === location.search && to.hash) {
      showPlace(to.hash);
      history.replaceState(history.state, "", to);
      return;
    }
    const old = document.querySelector("h1");
    go(to.pathname + to.search);
    if (to.hash) showPlace(to.hash);
    else if (link?.closest(".tour, .invite")) return;
    else if (samePage) focusIfLost();
    else focusWhenNew(old);
  });

  // Meeting mode: the arrow keys turn the pages, as on any projector.
  document.addEventListener("keydown", (event) => {
    const rel = { ArrowRight: "next", PageDown: "next", ArrowLeft: "prev", PageUp: "prev" }[event.key];
    if (!rel || event.target.closest?.("input, select, textarea, summary")) return;
    const link = document.querySelector(`.stApp:has(.projector) .turns a[rel="${rel}"]`);
    if (!link) return;
    event.preventDefault();
    const old = document.querySelector("h1");
    link.click();
    focusIfLost(old); // so that a screen reader says the new item
  });

  // A form has been saved: on to what it made, or the same page anew with what it changed.
  addEventListener("samsyn:go", ({ detail: { href, focuses } }) => {
    if (href === location.pathname + location.search) {
      dispatchEvent(new PopStateEvent("popstate", { state: {} }));
      return;
    }
    const old = document.querySelector("h1");
    go(href);
    if (!focuses) focusWhenNew(old);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
})();
