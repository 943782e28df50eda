// A search engine that answers by rote, in place of assets/search-engine.js, so that pages can be shown every kind of
// answer: the query says which. Its hits are pages of the demonstration site.
import { kinds } from "./site.mjs";

const pages = ["a guidance page", "a case study", "a threshold framework", "a plain page", "the glossary"].map((kind) => kinds[kind]);

/** The hit of a rank, with everything that a hit may have. */
const hit = (rank) => ({
  rank,
  id: `page-${rank}`,
  url: rank === 1 ? `${pages[0]}#main` : pages[rank % pages.length],
  title: `Page ${rank} & its <title>`,
  heading: rank === 1 ? "Who to tell" : undefined,
  score: 100 - rank,
  snippet: { text: "… 𝒮ay what you saw, and what the child said.", marks: [[2, 5], [33, 38]] },
  matched: ["child", "consent"],
  lang: rank === 2 ? "cy" : "en",
  facets: { type: ["guidance"], nation: ["england", "wales"], status: ["in-force"] },
  notes: rank === 2 ? { superseded_by: "Page 1", superseded_by_url: pages[0] } : { review_by: "2027-03-01" },
  sections: rank === 1 ? [{ url: `${pages[0]}#main`, heading: "What to record", snippet: { text: "", marks: [] } }] : [],
});

const also = [
  { typed: "cse", searched: ["child sexual exploitation"], kind: "synonym" },
  { typed: "front door", searched: ["MASH"], kind: "preferred" },
  { typed: "cuckooing", searched: ["county lines"], kind: "related" },
  { typed: "dsl", searched: ["DSP"], kind: "nation", nation: "wales" },
  { typed: "ico", searched: ["interim care order", "Information Commissioner"], kind: "meaning" },
  { typed: "referal", searched: ["referral"], kind: "spelling" },
  { typed: "countylines", searched: ["county lines"], kind: "joined" },
];

const facets = [
  { key: "type", label: "Type", values: [["guidance", "Guidance", 20], ["case-study", "Case study", 3]] },
  { key: "nation", label: "Nation", values: [["england", "England", 23], ["wales", "Wales", 4]] },
  { key: "status", label: "Status", values: [["in-force", "In force", 23]] },
];

/** Runs in the browser. */
function engine({ hits, also, facets }) {
  const chosen = (filters, key, value) => filters.some(([facet, of]) => facet === key && of === value);
  const counted = (filters) => facets.map((facet) => ({
    ...facet,
    values: facet.values.map(([key, label, count]) => ({ key, label, count, chosen: chosen(filters, facet.key, key) })),
  }));
  const found = ({ filters, offset = 0, limit = 10 }) => {
    const left = filters?.length ? hits.slice(0, 3) : hits;
    return { total: left.length, hits: left.slice(offset, offset + limit), nearest: false, also: [], did_you_mean: null, facets: counted(filters ?? []), contact: null };
  };
  const answers = {
    everything: (request) => ({ ...found(request), also, did_you_mean: "every thing" }),
    nothing: (request) => ({ ...found(request), total: 0, hits: hits.slice(0, 2), nearest: true, did_you_mean: "something", facets: [], contact: "Ring 999 now" }),
    fault: () => {
      throw new Error("no piece");
    },
  };
  const asked = [];
  const ask = async (request) => {
    asked.push(request.query);
    await new Promise((done) => setTimeout(done, /slow/.test(request.query) ? 1500 : 5));
    return (answers[request.query] ?? found)({ filters: [], ...request });
  };
  self.waymarkEngine = () => ({ ask, warm: () => {} });
}

const all = { hits: Array.from({ length: 23 }, (_, at) => hit(at + 1)), also, facets };

/** What stands for the files of the site. */
export const canned = { "assets/search-engine.js": `(${engine})(${JSON.stringify(all)});` };
