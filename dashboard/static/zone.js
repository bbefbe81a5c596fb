// A file on its way into the zone's inbox: sent as it is, with how far it has come, and then the page anew.
(() => {
  "use strict";

  const state = (input, text, share) => {
    const place = input.closest(".upload").querySelector(".upload-state");
    place.replaceChildren();
    if (share !== null) {
      const bar = document.createElement("progress");
      bar.max = 1;
      bar.value = share;
      bar.setAttribute("aria-label", text);
      place.append(bar);
    }
    const said = document.createElement("p");
    if (share === null) {
      said.setAttribute("role", "alert");
      said.className = "notice refused";
    }
    said.textContent = share ? `${text} ${Math.floor(share * 100)} %` : text;
    place.append(said);
  };

  document.addEventListener("change", (event) => {
    const input = event.target;
    if (input?.id !== "new-file" || !input.files.length) return;
    const [file] = input.files;
    const words = input.closest(".upload").dataset;
    const sent = new XMLHttpRequest();
    sent.open("PUT", `/inbox?lang=${document.documentElement.lang}`);
    sent.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    sent.upload.addEventListener("progress", (now) => state(input, words.arriving, now.loaded / now.total));
    sent.addEventListener("error", () => state(input, words.cutOff, null));
    sent.addEventListener("load", () => {
      let problem = words.cutOff;
      try {
        ({ problem } = JSON.parse(sent.responseText));
      } catch {
        // An answer that is not ours: the transfer was cut off.
      }
      if (problem) {
        input.value = "";
        state(input, problem, null);
      } else location.reload();
    });
    state(input, words.arriving, 0);
    sent.send(file);
  });
})();
