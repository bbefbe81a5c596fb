// Forms that write in the register. What is typed is kept in this browser until the server has said that it is saved.
(() => {
  "use strict";
  const KEEP_DAYS = 30;
  const PREFIX = "samsyn draft ";
  const tab = (sessionStorage.samsynTab ||= Math.random().toString(36).slice(2));

  const words = () => JSON.parse(document.querySelector(".writing")?.dataset.words || "{}");
  const fieldsOf = (form) => [...form.querySelectorAll("[data-field]")];
  const clock = (at) => new Date(at).toLocaleString(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" });

  const valuesOf = (form) => {
    const values = {};
    for (const field of fieldsOf(form)) {
      const name = field.dataset.field;
      if (field.type === "file") continue; // read when it is sent; a browser never gives one back
      if (field.dataset.many) {
        values[name] ||= [];
        if (field.checked) values[name].push(field.value);
      } else values[name] = field.type === "checkbox" ? (field.checked ? "yes" : "") : field.value;
    }
    return values;
  };

  const filesOf = async (form) => {
    const values = {};
    for (const field of fieldsOf(form)) {
      const [file] = field.type === "file" ? field.files : [];
      if (!file) continue;
      const read = new FileReader();
      await new Promise((done) => {
        read.onloadend = done; // read or not: what could not be read is told by the server
        read.readAsDataURL(file);
      });
      values[`${field.dataset.field}_name`] = file.name;
      values[field.dataset.field] = read.result?.split(",")[1] || "";
    }
    return values;
  };

  const fill = (form, values) => {
    for (const field of fieldsOf(form)) {
      const value = values[field.dataset.field];
      if (value === undefined || field.type === "hidden") continue;
      if (field.dataset.many) field.checked = value.includes(field.value);
      else if (field.type === "checkbox") field.checked = value === "yes";
      else field.value = value;
    }
  };

  // --- drafts: one per form and tab, so that two tabs never write over each other ------------------------------

  const place = (form, of = tab) => `${PREFIX}${form.dataset.key} ${of}`;
  const drafts = new Map(); // those typed since the page was loaded: there also where the browser keeps nothing
  const readDraft = (name) => {
    try {
      return drafts.get(name) || JSON.parse(localStorage.getItem(name));
    } catch {
      return null; // not ours, or cut off
    }
  };
  const forget = (name) => {
    drafts.delete(name);
    localStorage.removeItem(name);
  };
  const names = () => Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  const state = (form, text) => {
    form.querySelector(".state").textContent = text;
  };

  const keep = (form) => {
    const draft = { at: Date.now(), seen: form.dataset.seen, values: valuesOf(form) };
    drafts.set(place(form), draft);
    try {
      localStorage.setItem(place(form), JSON.stringify(draft));
      state(form, words().unsaved);
    } catch {
      state(form, ""); // the browser keeps nothing: the text is still in its field
    }
  };

  const notice = (form, text, buttons) => {
    form.querySelector(".draft")?.remove();
    const line = document.createElement("p");
    line.className = "draft";
    line.append(`${text} `);
    for (const [label, act] of buttons) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.addEventListener("click", act);
      line.append(button);
    }
    form.prepend(line);
  };

  const saved = new Map(); // what was last saved of each form: what is typed on from there is no conflict with itself
  const isSame = (one, other) =>
    Boolean(one) && Object.keys(one).every((name) => String(one[name]).trim() === String(other[name]).trim());

  const restore = (form, draft, wasHere) => {
    const shown = valuesOf(form);
    const version = form.dataset.seen;
    const goesOn = isSame(saved.get(form.dataset.key), shown);
    fill(form, draft.values);
    // What the text was written from: another's change since then is a conflict.
    if (!goesOn) form.dataset.seen = draft.seen;
    if (wasHere) {
      state(form, words().unsaved);
      return;
    }
    notice(form, words().restored.replace("{at}", clock(draft.at)), [
      [
        words().discard,
        () => {
          forget(place(form));
          form.dataset.seen = version;
          fill(form, shown);
          form.querySelector(".draft").remove();
          state(form, "");
          fieldsOf(form).find((field) => field.type !== "hidden")?.focus();
        },
      ],
    ]);
  };

  const offer = (form) => {
    const own = readDraft(place(form));
    if (own) {
      restore(form, own, drafts.has(place(form)));
      return;
    }
    const others = names().filter((name) => name.startsWith(`${PREFIX}${form.dataset.key} `));
    const [newest] = others.sort((one, other) => readDraft(other).at - readDraft(one).at);
    if (!newest) return;
    const draft = readDraft(newest);
    notice(form, words().other.replace("{at}", clock(draft.at)), [
      [
        words().fetch,
        () => {
          localStorage.setItem(place(form), JSON.stringify(draft));
          forget(newest);
          restore(form, draft, false);
          fieldsOf(form).find((field) => field.type !== "hidden")?.focus();
        },
      ],
    ]);
  };

  const forgetOld = () => {
    for (const name of names()) {
      const draft = readDraft(name);
      if (!draft || Date.now() - draft.at > KEEP_DAYS * 86_400_000) localStorage.removeItem(name);
    }
  };

  // Pages come and go without a reload, and a rerun may draw a form anew in the middle of a word: each is met once,
  // with the text it had, in the fold it was open in, and with the writer where the writer was.
  const opened = new Set(); // keys of the forms whose fold is open
  const formsIn = (fold) =>
    [...fold.querySelectorAll("form.register")].filter((form) => form.closest("details") === fold).map((form) => form.dataset.key);
  let last = null; // where the writer is: a field, or anything else with an id
  const isBetween = () => last && !last.isConnected && document.activeElement === document.body;
  const isTyped = (field) =>
    field.matches("form.register textarea, form.register input:not([type=checkbox], [type=file])");

  const unfold = (field) => {
    for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };

  const meet = () => {
    for (const form of document.querySelectorAll("form.register:not([data-met])")) {
      form.dataset.met = "1";
      offer(form);
      const isOpen = opened.has(form.dataset.key);
      for (let fold = isOpen && form.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
      if (conflicts.has(form.dataset.key)) conflict(form, conflicts.get(form.dataset.key));
    }
    if (!isBetween()) return;
    const again = document.getElementById(last.id);
    if (!again) return;
    // The very field goes on where it may: it remembers the place in the text, and a day that is half typed.
    const stays = isTyped(again) && (drafts.has(place(again.form)) || again.defaultValue === last.defaultValue);
    if (stays) again.replaceWith(last);
    unfold(stays ? last : again);
    (stays ? last : again).focus();
  };
  document.addEventListener(
    "toggle",
    ({ target }) => {
      for (const key of formsIn(target)) target.open ? opened.add(key) : opened.delete(key);
    },
    true,
  );
  document.addEventListener("focusin", ({ target }) => {
    last = target.id ? target : null;
  });

  // Between the old form and the new there may be a moment without either: what is typed then belongs to the field.
  document.addEventListener("keydown", (event) => {
    const field = last;
    if (!isBetween() || !isTyped(field) || field.selectionStart === null) return;
    const isLetter = event.key.length === 1;
    const isCommand = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState("AltGraph");
    const isLine = event.key === "Enter" && field.matches("textarea");
    if (isCommand || !(isLetter || isLine || event.key === "Backspace")) return;
    event.preventDefault();
    const { selectionStart: start, selectionEnd: end } = field;
    const from = event.key === "Backspace" && start === end ? Math.max(start - 1, 0) : start;
    field.setRangeText(isLetter ? event.key : isLine ? "\n" : "", from, end, "end");
    keep(field.form);
  });

  // --- sending -------------------------------------------------------------------------------------------------

  const post = async (path, body) => {
    const answer = await fetch(`${path}?lang=${document.documentElement.lang}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Samsyn": "1" },
      body: JSON.stringify(body),
    });
    return answer.json();
  };

  const say = (text) => {
    let place = document.getElementById("register-said");
    if (!place) {
      place = document.createElement("div");
      place.id = "register-said";
      place.setAttribute("role", "status");
      document.body.append(place);
    }
    place.textContent = text;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => place.replaceChildren(), 6000);
  };

  const clean = (form) => {
    for (const wrong of form.querySelectorAll(".wrong")) wrong.textContent = "";
    for (const field of fieldsOf(form)) field.removeAttribute("aria-invalid");
    form.querySelector(".problem")?.remove();
    form.querySelector(".conflict")?.remove();
  };

  const alert = (form, text) => {
    const line = document.createElement("p");
    line.className = "problem";
    line.setAttribute("role", "alert");
    line.textContent = text;
    form.querySelector(".send").before(line);
  };

  const refused = (form, answer) => {
    const field = answer.field && fieldsOf(form).find((one) => one.dataset.field === answer.field && one.type !== "hidden");
    if (!field) {
      alert(form, answer.problem);
      return;
    }
    field.setAttribute("aria-invalid", "true");
    field.closest(".field").querySelector(".wrong").textContent = answer.problem;
    unfold(field);
    field.focus();
  };

  const label = (form, name) => {
    const field = fieldsOf(form).find((one) => one.dataset.field === name && one.type !== "hidden");
    return field && (field.labels?.[0]?.textContent || field.closest("fieldset")?.querySelector("legend")?.textContent);
  };

  // Both texts side by side; the field above keeps what the writer chooses, and may be edited before it is saved.
  const conflicts = new Map(); // those not yet settled, by the form's key
  const conflict = (form, answer) => {
    const said = words();
    const box = document.createElement("div");
    box.className = "conflict";
    box.setAttribute("role", "group");
    const head = document.createElement("p");
    head.setAttribute("role", "alert");
    head.textContent = said.conflict;
    box.append(head);
    for (const { field, yours, theirs } of answer.conflict) {
      const name = label(form, field);
      if (!name) continue;
      const row = document.createElement("div");
      row.className = "both";
      for (const [title, text, choose] of [
        [said.yours, yours, said.keep],
        [said.theirs, theirs, said.take],
      ]) {
        const side = document.createElement("div");
        const heading = document.createElement("p");
        heading.className = "whose";
        heading.textContent = `${name.trim()}: ${title}`;
        const words_ = document.createElement("p");
        words_.className = "text";
        words_.textContent = text || said.empty;
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = choose;
        button.addEventListener("click", () => {
          const many = fieldsOf(form).some((one) => one.dataset.field === field && one.dataset.many);
          fill(form, { [field]: many ? text.split(", ") : text });
          keep(form);
          for (const other of row.querySelectorAll("button")) other.setAttribute("aria-pressed", String(other === button));
        });
        side.append(heading, words_, button);
        row.append(side);
      }
      box.append(row);
    }
    form.dataset.seen = answer.seen;
    keep(form);
    form.querySelector(".send").before(box);
    return box;
  };

  // The page is drawn anew, sooner or later: it says which state of the register it shows, where it has forms at all.
  const whenDrawn = (state, act) => {
    const started = performance.now();
    const numberOf = (words) => Number(words.split("-")[0]);
    let asked = false;
    const look = () => {
      const isRunning = document.querySelector("[data-test-script-state]")?.dataset.testScriptState !== "notRunning";
      const waited = performance.now() - started;
      asked ||= isRunning || waited > 2000;
      const shown = document.querySelector(".writing")?.dataset.state;
      const isNew = shown === undefined ? asked : numberOf(shown) >= numberOf(state);
      if ((isRunning || !isNew || !act()) && waited < 20000) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };

  // The focus goes where the writer goes on, unless the writer has gone on elsewhere.
  const goOn = (form) => {
    if (last) return true;
    const { focus, key } = form.dataset;
    const same = `form.register[data-key="${CSS.escape(key)}"] [type="submit"]`;
    const wanted = focus ? document.getElementById(focus) : document.querySelector(same);
    if (!wanted) return false;
    if (!wanted.matches("a, button, input, select, textarea, summary")) wanted.tabIndex = -1;
    wanted.focus();
    return true;
  };

  const send = async (sent) => {
    if (sent.dataset.sending) return;
    sent.dataset.sending = "1";
    clean(sent);
    state(sent, words().saving);
    let answer;
    const values = valuesOf(sent);
    const { write, seen, key } = sent.dataset;
    try {
      answer = await post("/register", { form: write, seen: Number(seen), values: { ...values, ...(await filesOf(sent)) } });
    } catch {
      answer = { problem: words().unreachable };
    }
    // Meanwhile the page may have been drawn anew: what is told is told in the form that stands there now.
    const form = document.querySelector(`form.register[data-key="${CSS.escape(key)}"]`) || sent;
    delete sent.dataset.sending;
    state(form, "");
    conflicts.delete(form.dataset.key);
    if (answer.conflict) {
      conflicts.set(form.dataset.key, answer);
      conflict(form, answer).querySelector("button")?.focus();
    } else if (answer.problem) refused(form, answer);
    else {
      saved.set(form.dataset.key, values);
      const typedOn = !isSame(values, valuesOf(form)); // while it was being saved: that is not saved yet
      if (typedOn) keep(form);
      else {
        forget(place(form));
        opened.delete(form.dataset.key);
        last = null;
      }
      say(answer.said);
      const focuses = Boolean(form.dataset.focus) || !answer.to;
      const href = answer.to || location.pathname + location.search;
      dispatchEvent(new CustomEvent("samsyn:go", { detail: { href, focuses } }));
      whenDrawn(answer.state, () => {
        if (form.isConnected && !drafts.has(place(form))) form.reset(); // drawn the same: empty, or what is held
        return !focuses || goOn(form);
      });
    }
  };

  document.addEventListener("submit", (event) => {
    if (!event.target.matches?.("form.register")) return;
    event.preventDefault();
    send(event.target);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    const form = event.target.closest?.("form.register");
    if (!form) return;
    event.preventDefault();
    form.requestSubmit();
  });
  document.addEventListener("input", (event) => {
    const form = event.target.closest?.("form.register");
    if (!form) return;
    last = event.target;
    keep(form);
  });
  document.addEventListener("change", async (event) => {
    if (event.target.id !== "acting") return;
    try {
      await post("/register/as", { seat: event.target.value });
      location.reload();
    } catch {
      say(words().unreachable);
    }
  });

  forgetOld();
  new MutationObserver(meet).observe(document, { childList: true, subtree: true });
  meet();
})();
