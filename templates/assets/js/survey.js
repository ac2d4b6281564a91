/* The survey under an article: sends a vote without leaving the page and shows the new shares.
   Without this script the form posts and the endpoint shows a page of its own. All words come from data-*.
   What was chosen before and the newest shares are asked for when the reader comes near. */
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
    const questions = [...section.querySelectorAll(".question")];
    // answers as they are sent: "choice=puas", or a field a question
    let pending = null, timer = 0, wait = FIRST_RETRY, hasVoted = false, isChecking = false;

    const say = (text) => { status.textContent = text; status.hidden = !text; };

    const mark = (answers) => {
      const chosen = new URLSearchParams(answers || "");
      for (const face of form.querySelectorAll("button[name]")) {
        face.setAttribute("aria-pressed", String(face.value === chosen.get(face.name)));
      }
      for (const radio of form.querySelectorAll("[type=radio]")) {
        if (radio.value === chosen.get(radio.name)) radio.checked = true;
      }
    };

    const show = (results) => {
      if (results.n === null) return;
      for (const question of results.questions || [results]) {
        const place = question.id ? section.querySelector(`[data-question="${CSS.escape(question.id)}"]`) : section;
        let start = 0;
        for (const { value, percent } of (place && question.choices) || []) {
          for (const part of place.querySelectorAll(`[data-value="${CSS.escape(value)}"]`)) {
            if (part.localName === "rect") {
              part.setAttribute("x", start);
              part.setAttribute("width", percent);
            } else {
              part.querySelector(".bar-percent").textContent = percent + " %";
              const bar = part.querySelector("meter");
              if (bar) bar.value = percent;
            }
          }
          start += percent;
        }
      }
      const shares = section.querySelector(".stacks, .bars");
      if (shares) shares.hidden = !results.n;
      const count = section.querySelector(".survey-count");
      if (count) count.textContent = results.n ? words.count.replace("{n}", results.n) : words.none;
    };

    const later = () => {
      say(words.offline);
      timer = setTimeout(send, wait);
      wait = Math.min(wait * 2, LAST_RETRY);
    };

    const submitPlainly = (answers) => {
      mark(answers);
      if (!questions.length) {
        const field = document.createElement("input");
        Object.assign(field, { type: "hidden", name: "choice", value: new URLSearchParams(answers).get("choice") });
        form.append(field);
      }
      form.submit();
    };

    const send = async () => {
      clearTimeout(timer);
      if (pending === null) return;
      const answers = pending;
      const fields = new URLSearchParams(new FormData(form));
      for (const [name, value] of new URLSearchParams(answers)) fields.set(name, value);
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
      if (pending !== answers) return send();
      if (!answer || answer.status >= 500) return later();
      pending = null;
      wait = FIRST_RETRY;
      if (answer.status === 428) return submitPlainly(answers);
      if (!answer.ok) { mark(memory.get(chosenKey)); return say(data.message || words.offline); }
      memory.set(chosenKey, answers);
      if (data.voter) memory.set("lontar-voter", data.voter);
      hasVoted = true;
      show(data);
      say(words.thanks + " " + (words.change || ""));
    };

    const findUnanswered = () => {
      const left = questions.filter((question) => !question.querySelector(":checked"));
      for (const question of questions) {
        const note = question.querySelector(".question-missing");
        note.hidden = !left.includes(question);
        question.setAttribute("aria-describedby", note.hidden ? "" : note.id);
      }
      say(left.length ? words.left.replace("{n}", left.length) : "");
      return left;
    };

    const vote = (answers) => {
      pending = String(answers);
      mark(pending);
      if (!section.getAttribute("aria-busy")) send();
    };

    if (form) {
      form.noValidate = true;
      form.addEventListener("submit", (event) => {
        const button = event.submitter;
        if (button && button.name) {
          event.preventDefault();
          vote(new URLSearchParams([[button.name, button.value]]));
        } else if (questions.length) {
          event.preventDefault();
          const [first] = findUnanswered();
          isChecking = Boolean(first);
          if (first) return first.querySelector("input").focus();
          vote(new URLSearchParams(questions.map((question) => question.querySelector(":checked")).map((radio) => [radio.name, radio.value])));
        }
      });
      form.addEventListener("change", () => { if (isChecking) findUnanswered(); });
      addEventListener("online", send);
    }
    const arrive = (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      if (form && !hasVoted && pending === null) mark(memory.get(chosenKey));
      // an answer that was long on its way must not replace the shares that the vote brought
      if (words.results) {
        request(words.results, { cache: "no-cache" }).then((answer) => answer.json())
          .then((results) => { if (!hasVoted) show(results); }).catch(() => {});
      }
    };
    const near = new IntersectionObserver(arrive, { rootMargin: "100% 0px" });
    near.observe(section);
  };

  document.querySelectorAll("section.survey[data-survey]").forEach(bind);
})();
