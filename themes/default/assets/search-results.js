// The page of results. All it knows stands in its address: the query (q), the chosen facets, and how many hits are
// shown (n). Nothing is stored.
"use strict";
(function () {
  const search = window.waymarkSearch;
  const results = document.getElementById("results");
  if (!search?.answer || !results) return;
  const { form, make, answer: made } = search;
  const input = form.elements.q;
  const part = (name) => results.querySelector(`[data-part="${name}"]`);
  const [status, advice, chips, filters, list, more] = ["status", "advice", "chips", "filters", "list", "more"].map(part);
  const clear = form.querySelector("[data-clear]");
  const facets = results.dataset.facets.split(" ");
  const title = document.title;

  /** Hits at first, what a screen shows, since every hit costs the text of its page; then each time, and at most. */
  const PAGE = 5;
  const MORE = 10;
  const MOST = 100;
  /** Milliseconds of rest after which what was typed is searched, and after which it stands in the address. */
  const REST = 120;
  const REST_OF_ADDRESS = 500;

  /** What is asked: query, filters as pairs, and the number of hits. */
  let asked;
  /** The last state that the reader did not come to by typing alone. */
  let settled;
  let timer;
  let addressTimer;
  let composing = false;

  // The address. A query may come as ?q= or as #q=. It is shown as ?q=, which makes no request. When the page is left
  // it becomes #q=, so that the way back does not send it to any server either.

  function read() {
    const hidden = location.hash.slice(1);
    const parameters = new URLSearchParams(/^(q|n)=|&/.test(hidden) ? hidden : location.search);
    const shown = Number.parseInt(parameters.get("n"), 10) || PAGE;
    return {
      query: parameters.get("q") ?? "",
      filters: facets.flatMap((key) => parameters.getAll(key).map((value) => [key, value])),
      shown: Math.min(Math.max(shown, PAGE), MOST),
    };
  }

  function written({ query, filters, shown }) {
    const parameters = new URLSearchParams();
    if (query.trim()) parameters.set("q", query);
    filters.forEach(([key, value]) => parameters.append(key, value));
    if (shown > PAGE) parameters.set("n", shown);
    return String(parameters);
  }

  /** Puts a state into the address bar, as a new entry of the history or in place of the present one. */
  function write(state, { push = false, sign = "?" } = {}) {
    clearTimeout(addressTimer);
    const text = written(state);
    const here = location.pathname;
    try {
      history[push ? "pushState" : "replaceState"]({ scroll: scrollY }, "", text ? `${here}${sign}${text}` : here);
    } catch {
      // Some browsers allow no change of the address from disk, or none that is so long. The page works without.
    }
  }

  // What is asked and shown.

  async function show(state, { keep = false } = {}) {
    asked = state;
    const { query, shown } = state;
    const typed = query.trim() !== "";
    document.title = typed ? `${query.trim()} — ${title}` : title;
    clear.hidden = query === "" && state.filters.length === 0;
    if (!typed) return empty();
    const first = keep ? list.children.length : 0;
    const request = { query, filters: state.filters, offset: first, limit: shown - first };
    try {
      const answer = await search.ask(request, () => {
        if (asked === state) status.replaceChildren("Loading search…");
      });
      if (answer && asked === state) fill(answer, state, first);
    } catch {
      if (asked === state) fail();
    }
  }

  function fill(answer, state, first) {
    const filtered = state.filters.length > 0;
    status.replaceChildren(made.told(answer, state.query.trim(), filtered));
    const said = [made.meant(answer), made.also(answer), made.contact(answer)];
    advice.replaceChildren(...said.filter(Boolean));
    chips.replaceChildren(...made.chips(answer, state.filters));
    offer(made.facets(answer));
    if (first === 0) list.replaceChildren();
    list.append(...made.hits(answer));
    list.classList.toggle("nearest", answer.nearest);
    more.hidden = answer.nearest || list.children.length >= Math.min(answer.total, MOST) || answer.hits.length === 0;
    if (first > 0) list.children[first]?.querySelector("a").focus();
  }

  /** Shows groups of boxes. The boxes stay the same elements while the choice does, so that none loses the focus. */
  function offer(groups) {
    const there = filters.lastElementChild;
    const old = [...there.querySelectorAll("label")];
    const now = groups.flatMap((group) => [...group.querySelectorAll("label")]);
    filters.hidden = groups.length === 0;
    if (old.length === now.length && old.every((label, at) => label.htmlFor === now[at].htmlFor)) {
      old.forEach((label, at) => {
        label.firstElementChild.checked = now[at].firstElementChild.checked;
        label.lastElementChild.replaceWith(now[at].lastElementChild);
      });
      return;
    }
    const focused = there.contains(document.activeElement) && document.activeElement.id;
    there.replaceChildren(...groups);
    if (focused) document.getElementById(focused)?.focus();
  }

  function bare(...words) {
    for (const element of [advice, chips, list, filters.lastElementChild]) element.replaceChildren();
    filters.hidden = true;
    more.hidden = true;
    status.replaceChildren(...words);
  }

  function empty() {
    search.drop();
    bare();
  }

  function fail() {
    bare(...search.sorry());
    const again = make("button", { type: "button", class: "button" }, "Try again");
    again.addEventListener("click", () => show(asked));
    advice.append(again);
  }

  /** Goes to a state that the reader chose, of which the history keeps a trace. */
  function go(state) {
    clearTimeout(timer);
    const changed = written(state) !== written(settled);
    // While typing, the present entry of the history followed. It becomes again what it was.
    if (changed) write(settled);
    write(state, { push: changed });
    settled = state;
    input.value = state.query;
    return show(state);
  }

  const withFilters = (filters) => ({ query: input.value, filters, shown: PAGE });

  // What the reader does.

  function typed() {
    clearTimeout(timer);
    if (composing) return;
    timer = setTimeout(() => {
      const state = withFilters(asked.filters);
      clearTimeout(addressTimer);
      addressTimer = setTimeout(() => write(state), REST_OF_ADDRESS);
      show(state);
    }, REST);
  }

  input.addEventListener("focus", () => search.warm());
  input.addEventListener("input", typed);
  input.addEventListener("compositionstart", () => {
    composing = true;
    clearTimeout(timer);
  });
  input.addEventListener("compositionend", () => {
    composing = false;
    typed();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(withFilters(asked.filters));
  });
  clear.addEventListener("click", () => {
    clearTimeout(timer);
    settled = { query: "", filters: [], shown: PAGE };
    input.value = "";
    write(settled);
    show(settled);
    input.focus();
  });
  filters.addEventListener("change", () => {
    const chosen = [...filters.querySelectorAll("input:checked")].map((box) => [box.name, box.value]);
    go(withFilters(chosen));
  });
  chips.addEventListener("click", async (event) => {
    const chip = event.target.closest("button");
    if (!chip) return;
    const { facet, value } = chip.dataset;
    const place = [...chips.children].indexOf(chip.parentElement);
    await go(withFilters(asked.filters.filter(([key, chosen]) => key !== facet || chosen !== value)));
    (chips.children[place] ?? chips.lastElementChild)?.querySelector("button").focus() ?? input.focus();
  });
  more.addEventListener("click", () => {
    const state = { ...asked, shown: Math.min(list.children.length + MORE, MOST) };
    write(state);
    settled = state;
    show(state, { keep: true });
  });
  advice.addEventListener("click", (event) => {
    const { query } = event.target.dataset;
    if (!query || event.button > 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go({ query, filters: [], shown: PAGE });
  });

  /** Takes what the address says. */
  async function arrive() {
    const state = read();
    const scroll = history.state?.scroll;
    settled = state;
    input.value = state.query;
    write(state);
    await show(state);
    if (scroll > 0) scrollTo(0, scroll);
  }

  addEventListener("popstate", () => {
    // The skip link changes the fragment too.
    if (written(read()) !== written(asked)) arrive();
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) write(asked);
  });
  addEventListener("pagehide", () => write(asked, { sign: "#" }));
  arrive();
})();
