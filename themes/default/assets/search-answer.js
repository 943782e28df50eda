// An answer as elements of the page of results. Texts of the site go in as text, never as HTML.
"use strict";
(function () {
  const search = window.waymarkSearch;
  if (!search) return;
  const { make, hitAddress, resultsAddress } = search;

  // A copy on a memory stick grows old: its pages are compared with the reader's own day.
  const today = window.waymarkToday;

  /** What a reader is told of why a word was searched that nobody typed. */
  const reasons = {
    synonym: () => "same meaning",
    preferred: () => "preferred word",
    related: () => "related",
    nation: ({ nation }, label) => `word used in ${label("nation", nation)}`,
    meaning: ({ typed }) => `possible meaning of ${typed}`,
    spelling: ({ typed }) => `nearest spelling of ${typed}`,
    joined: () => "written together or apart",
  };

  /** Gives the words that readers see for a value of a facet; the value itself where the answer does not tell. */
  const labels = (answer) => (key, value) => {
    const facet = answer.facets.find((facet) => facet.key === key);
    return facet?.values.find((known) => known.key === value)?.label ?? value;
  };

  /** A snippet with what matched marked. Its places count characters, of which some take two of a string's units. */
  function snippet({ text, marks }) {
    const characters = Array.from(text);
    const parts = [];
    let end = 0;
    for (const [from, to] of marks) {
      parts.push(characters.slice(end, from).join(""), make("mark", null, characters.slice(from, to).join("")));
      end = to;
    }
    return [...parts, characters.slice(end).join("")];
  }

  /** What a reader needs to know before trusting a page: its kind, status, nation, date, and what took its place. */
  function meta(hit, label) {
    const of = (key) => (hit.facets[key] ?? []).map((value) => label(key, value)).join(", ");
    const { notes } = hit;
    const facts = [
      notes.type ?? of("type"),
      notes.status ?? of("status"),
      notes.nation ?? of("nation"),
      notes.language,
      notes.review_by && `${notes.review_by < today ? "review was due" : "review by"} ${day(notes.review_by)}`,
    ].filter(Boolean);
    const newer = notes.superseded_by;
    const address = notes.superseded_by_url;
    return [
      facts.length > 0 ? make("p", { class: "hit-facts" }, facts.join(" · ")) : null,
      newer && make("p", { class: "hit-superseded" }, "Superseded by ", address ? make("a", { href: hitAddress(address) }, newer) : newer),
    ];
  }

  /** A day as readers write it; any other text as it is. */
  function day(text) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
    return new Date(`${text}T12:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  }

  function hit(found, label) {
    const { url, title, heading, lang, matched } = found;
    const further = found.sections.filter((section) => section.heading);
    return make("li", { class: "hit" },
      make("h2", null, make("a", { class: "hit-title", href: hitAddress(url, matched), lang }, title)),
      heading ? make("p", { class: "hit-section", lang }, heading) : null,
      make("p", { class: "hit-text", lang }, ...snippet(found.snippet)),
      ...meta(found, label),
      further.length === 0 ? null : make("ul", { class: "hit-more", "aria-label": `More in ${title}` },
        ...further.map((section) => make("li", { lang }, make("a", { href: hitAddress(section.url, matched) }, section.heading)))));
  }

  const hits = (answer) => answer.hits.map((found) => hit(found, labels(answer)));

  /** "Also searched: child sexual exploitation (same meaning)", each reason once. */
  function also(answer) {
    const groups = new Map();
    for (const entry of answer.also) {
      const reason = reasons[entry.kind]?.(entry, labels(answer)) ?? entry.kind;
      const words = groups.get(reason) ?? new Set();
      entry.searched.forEach((word) => words.add(word));
      groups.set(reason, words);
    }
    if (groups.size === 0) return null;
    const said = [...groups].flatMap(([reason, words], number) => [number > 0 ? "; " : "", make("b", null, [...words].join(", ")), ` (${reason})`]);
    return make("p", { class: "also" }, "Also searched: ", ...said);
  }

  function meant(answer) {
    if (!answer.did_you_mean) return null;
    const parameters = new URLSearchParams({ q: answer.did_you_mean });
    return make("p", { class: "meant" }, "Did you mean ", make("a", { href: resultsAddress(parameters), "data-query": answer.did_you_mean }, answer.did_you_mean), "?");
  }

  /** How many pages there are, for the eyes and for screen readers. */
  function told(answer, query, filtered) {
    if (answer.nearest || answer.total === 0) {
      const nothing = `No page matches “${query}”${filtered ? " with these filters" : ""}.`;
      return answer.hits.length > 0 ? `${nothing} These are the nearest.` : nothing;
    }
    const pages = answer.total === 1 ? "1 page" : `${answer.total.toLocaleString("en-GB")} pages`;
    return `${pages} for “${query}”${filtered ? " with these filters" : ""}`;
  }

  /** What to do now if nothing helps. */
  const contact = (answer) => (answer.contact ? make("p", { class: "search-contact" }, answer.contact) : null);

  /** A group of checkboxes for each facet that leaves a choice. */
  function facets(answer) {
    const telling = answer.facets.filter(({ values }) => values.length > 1 || values.some((value) => value.chosen));
    return telling.map((facet) => make("fieldset", null, make("legend", null, facet.label),
      make("ul", null, ...facet.values.map((value) => make("li", null, choice(facet, value))))));
  }

  function choice(facet, value) {
    const id = `facet-${facet.key}-${value.key}`;
    const box = make("input", { type: "checkbox", id, name: facet.key, value: value.key, checked: value.chosen });
    return make("label", { for: id }, box, make("span", null, value.label, " ", make("span", { class: "facet-count" }, `(${value.count})`)));
  }

  /** What was chosen, each with a button that takes it away. */
  function chips(answer, filters) {
    const label = labels(answer);
    return filters.map(([key, value]) => {
      const facet = answer.facets.find((facet) => facet.key === key)?.label ?? key;
      return make("li", null, make("button", { type: "button", "data-facet": key, "data-value": value },
        make("span", { class: "hidden" }, "Remove filter "), `${facet}: ${label(key, value)}`));
    });
  }

  search.answer = { also, chips, contact, facets, hits, meant, told };
})();
