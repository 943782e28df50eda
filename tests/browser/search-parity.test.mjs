// Every search test of the site, asked through three doors: `waymark search`, over HTTP, and from disk. Same pages, same
// sections, same order, same snippets, same scores.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { blank } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { folder, given } from "./site.mjs";

/** The queries of content/search-tests.yaml. Plain and quoted scalars on one line are all that stands there. */
const queries = readFileSync(new URL("../../content/search-tests.yaml", import.meta.url), "utf8")
  .split("\n")
  .flatMap((line) => /^(?:- |  )query: (.*?)(?: +# .*)?$/.exec(line)?.[1] ?? [])
  .concat([String.raw`'"sexual exploitation of a child at home"'`, String.raw`'"what to do if a child is missing from home" -school'`])
  .map((text) => (text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text.startsWith('"') ? JSON.parse(text) : text));

const fields = ({ rank, id, url, title, heading, score, snippet, matched, sections }) => ({
  rank, id, url, title, heading: heading ?? null, score, snippet, matched, sections,
});

/** The hits of all queries, as the program gives them. */
function native() {
  const program = given("WAYMARK_PROGRAM");
  const lines = execFileSync(program, ["search", "--site", folder, "--queries", "-", "--json"], { input: `${queries.join("\n")}\n`, encoding: "utf8" });
  const answers = queries.map(() => []);
  for (const line of lines.split("\n").filter(Boolean)) {
    const hit = JSON.parse(line);
    answers[hit.query - 1].push(fields({ sections: [], ...hit }));
  }
  return answers;
}

/** The same, as a page of the site gets them. Snippets are compared as text, which is what the program prints. */
async function inPage(page, site) {
  await page.goto(`${site}index.html`);
  const answers = [];
  for (const query of queries) {
    const answer = await page.evaluate((query) => window.waymarkSearch.ask({ query, limit: 10 }, () => {}), query);
    const plain = (hit) => ({ ...hit, snippet: hit.snippet.text });
    answers.push(answer.nearest ? [] : answer.hits.map((hit) => fields({ ...plain(hit), sections: hit.sections.map(plain) })));
  }
  return answers;
}

test("the program, a page over HTTP and a page from disk give the same answers", async (t) => {
  assert.ok(queries.length >= 60, `${queries.length} queries`);
  const expected = native();
  const doors = { "over HTTP": await serve("/"), "from disk": `${pathToFileURL(folder)}/` };
  for (const [door, site] of Object.entries(doors)) {
    const found = await inPage(await blank(t), site);
    queries.forEach((query, number) => assert.deepEqual(found[number], expected[number], `${door}: ${query}`));
  }
});
