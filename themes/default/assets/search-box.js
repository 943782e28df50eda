// The search box of every page: suggestions while typing, as the combobox pattern of the ARIA Authoring Practices has
// it, and the way to the page of results. Without this script the box is an ordinary form.
"use strict";
(function () {
  const search = window.waymarkSearch;
  if (!search || document.getElementById("results")) return;
  const { form, make } = search;
  const input = form.elements.q;
  /** Milliseconds of rest after which what was typed is searched. */
  const REST = 80;
  const SUGGESTIONS = 5;

  const list = make("ul", { id: "search-suggestions", role: "listbox", "aria-label": "Suggested pages" });
  const status = make("div", { class: "search-said", role: "status" });
  const panel = make("div", { class: "search-panel", hidden: true }, list, status);
  const fields = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  for (const [name, value] of Object.entries(fields)) input.setAttribute(name, value);
  form.append(panel);

  let hits = [];
  let at = -1;
  let timer;
  let composing = false;

  function select(number) {
    at = number;
    [...list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === at)));
    const option = list.children[at];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  /** Shows options, or words, or neither. */
  function show(found, ...words) {
    hits = found;
    list.replaceChildren(...found.map(option));
    list.hidden = found.length === 0;
    // Sighted readers see how many there are.
    status.classList.toggle("hidden", found.length > 0);
    status.replaceChildren(...words);
    panel.hidden = found.length === 0 && words.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    select(-1);
  }

  function option(hit, number) {
    const element = make("li", { id: `search-suggestion-${number}`, role: "option", "aria-selected": "false" },
      make("span", { class: "suggestion-title", lang: hit.lang }, hit.title),
      hit.heading ? make("span", { class: "suggestion-section", lang: hit.lang }, hit.heading) : null);
    element.addEventListener("click", () => go(hit));
    return element;
  }

  function go(hit) {
    location.href = search.hitAddress(hit.url, hit.matched);
  }

  function close() {
    clearTimeout(timer);
    show([]);
  }

  async function suggest() {
    const query = input.value;
    if (!query.trim()) return close();
    // Once a suggestion is chosen, the list stays as it is until somebody types on.
    const current = () => input.value === query && document.activeElement === input && at < 0;
    try {
      const answer = await search.ask({ query, limit: SUGGESTIONS }, () => {
        if (current()) show(hits, "Loading search…");
      });
      if (!answer || !current()) return;
      const found = answer.nearest ? [] : answer.hits;
      const count = found.length === 1 ? "1 suggestion" : `${found.length} suggestions`;
      show(found, found.length ? `${count}. Up and down arrows choose one.` : "No page has these words. Press Enter for what is nearest.");
    } catch {
      if (current()) show([], ...search.sorry());
    }
  }

  function later() {
    clearTimeout(timer);
    select(-1);
    if (!composing) timer = setTimeout(suggest, REST);
  }

  input.addEventListener("focus", () => search.warm());
  input.addEventListener("input", later);
  // While a word is put together with an input method, what stands in the box is no word yet.
  input.addEventListener("compositionstart", () => {
    composing = true;
    clearTimeout(timer);
  });
  input.addEventListener("compositionend", () => {
    composing = false;
    later();
  });
  // A press on an option or a link must not take the focus from the box before the click.
  panel.addEventListener("mousedown", (event) => event.preventDefault());
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });

  const keys = {
    ArrowDown: () => (hits.length ? select(at + 1 < hits.length ? at + 1 : -1) : suggest()),
    ArrowUp: () => hits.length > 0 && (select(at < 0 ? hits.length - 1 : at - 1), true),
    Escape: () => !panel.hidden && (close(), true),
    Enter: () => at >= 0 && (go(hits[at]), true),
  };
  input.addEventListener("keydown", (event) => {
    const act = Object.hasOwn(keys, event.key) && keys[event.key];
    if (!act || composing || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (act() !== false) event.preventDefault();
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    const parameters = new URLSearchParams();
    if (input.value.trim()) parameters.set("q", input.value);
    location.href = search.resultsAddress(parameters);
  });
})();
