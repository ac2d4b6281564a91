/* The survey under an article: sends a vote without leaving the page and shows the new shares.
   Without this script the form posts and the endpoint shows a page of its own. All words come from data-*. */
(() => {
  "use strict";
  const FIRST_RETRY = 5000, LAST_RETRY = 60000, PATIENCE = 8000;

  const memory = {
    get(key) { try { return localStorage.getItem(key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(key, value); } catch { /* private mode: do without */ } },
  };

  const request = async (url, options) => {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), PATIENCE);
    try {
      return await fetch(url, {
        credentials: "include", headers: { Accept: "application/json" }, signal: abort.signal, ...options,
      });
    } finally {
      clearTimeout(timer);
    }
  };

  const bind = (section) => {
    const form = section.querySelector(".survey-form");
    const status = section.querySelector(".survey-status");
    const words = section.dataset;
    const chosenKey = "lontar-survey-" + words.survey;
    const isElsewhere = form && new URL(form.action).origin !== location.origin;
    let pending = null, timer = 0, wait = FIRST_RETRY;

    const say = (text) => { status.textContent = text; status.hidden = !text; };

    const mark = (value) => {
      for (const face of form.querySelectorAll("[name=choice]")) {
        face.setAttribute("aria-pressed", String(face.value === value));
      }
    };

    const show = (results) => {
      if (!Array.isArray(results.choices) || results.n === null) return;
      for (const choice of results.choices) {
        const row = section.querySelector(`.bars [data-value="${CSS.escape(choice.value)}"]`);
        if (!row) continue;
        row.querySelector(".bar-percent").textContent = choice.percent + " %";
        const bar = row.querySelector("meter, progress");
        if (bar) bar.value = choice.percent;
        const fill = row.querySelector("rect.bar-fill");
        if (fill) fill.setAttribute("width", choice.percent);
      }
      const count = section.querySelector(".survey-count");
      if (count) count.textContent = results.n ? words.count.replace("{n}", results.n) : words.none;
    };

    const later = () => {
      say(words.offline);
      timer = setTimeout(send, wait);
      wait = Math.min(wait * 2, LAST_RETRY);
    };

    const submitPlainly = (choice) => {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name: "choice", value: choice });
      form.append(field);
      form.submit();
    };

    const send = async () => {
      clearTimeout(timer);
      if (pending === null) return;
      const choice = pending;
      const fields = new URLSearchParams(new FormData(form));
      fields.set("choice", choice);
      const token = isElsewhere && memory.get("lontar-voter");
      if (token) fields.set("voter", token);
      section.setAttribute("aria-busy", "true");
      let answer, data;
      try {
        answer = await request(form.action, { method: "POST", body: fields });
        data = await answer.json();
      } catch {
        answer = null;
      }
      section.removeAttribute("aria-busy");
      if (pending !== choice) return send();
      if (!answer || answer.status >= 500) return later();
      pending = null;
      wait = FIRST_RETRY;
      if (answer.status === 428) return submitPlainly(choice);
      if (!answer.ok) { mark(memory.get(chosenKey)); return say(data.message || words.offline); }
      memory.set(chosenKey, choice);
      if (data.voter) memory.set("lontar-voter", data.voter);
      show(data);
      say(words.thanks + " " + (words.change || ""));
    };

    if (form) {
      mark(memory.get(chosenKey));
      form.addEventListener("submit", (event) => {
        if (!event.submitter || event.submitter.name !== "choice") return;
        event.preventDefault();
        const busy = section.getAttribute("aria-busy");
        pending = event.submitter.value;
        mark(pending);
        if (!busy) send();
      });
      addEventListener("online", send);
    }
    if (words.results) request(words.results, { cache: "no-cache" }).then((answer) => answer.json()).then(show).catch(() => {});
  };

  document.querySelectorAll("section.survey[data-survey]").forEach(bind);
})();
