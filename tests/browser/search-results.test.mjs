// The page of results: what it shows, and how its address, its history and its controls work. The engine answers by rote.
import assert from "node:assert/strict";
import { test } from "node:test";
import { canned } from "./canned.mjs";
import { open, phone } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { kinds } from "./site.mjs";

const site = await serve("/manual/", { instead: canned });
const results = `${site}search.html`;

const status = (page, text) => page.locator("main [role=status]", { hasText: text }).waitFor();
const hits = (page) => page.locator("ol.hits > li");
const field = (page) => page.getByLabel("Search this site", { exact: true }).last();
const asked = (page) => [...new URL(page.url()).searchParams].map((pair) => pair.join("="));

async function found(t, address, options) {
  const page = await open(t, results + address, options);
  await hits(page).first().waitFor();
  return page;
}

test("a hit shows title, section, words, kind, status, nations, date and further sections", async (t) => {
  const page = await found(t, "?q=consent");
  const first = hits(page).first();
  assert.equal(await first.locator("h2 a").innerText(), "Page 1 & its <title>");
  assert.equal(await first.locator(".hit-section").innerText(), "Who to tell");
  assert.deepEqual(await first.locator("mark").allInnerTexts(), ["𝒮ay", "child"]);
  assert.equal(await first.locator(".hit-facts").innerText(), "Guidance · In force · England, Wales · review by 1 March 2027");
  const further = first.getByRole("list", { name: "More in Page 1 & its <title>" }).getByRole("link");
  assert.deepEqual(await further.allInnerTexts(), ["What to record"]);
  const second = hits(page).nth(1);
  assert.match(await second.innerText(), /Superseded by Page 1/);
  assert.equal(await second.locator("h2 a").getAttribute("lang"), "cy");
  assert.equal(await page.title(), `consent — ${await (await open(t, results)).title()}`);
});

test("a hit whose review is overdue on the reader's own day says so", async (t) => {
  const page = await found(t, "?q=consent", { day: "2027-03-02" });
  assert.match(await hits(page).first().locator(".hit-facts").innerText(), /review was due 1 March 2027/);
});

test("what was searched beside the typed words is told, with the reason", async (t) => {
  const page = await found(t, "?q=everything");
  const also = await page.locator(".also").innerText();
  for (const text of ["child sexual exploitation (same meaning)", "MASH (preferred word)", "county lines (related)", "DSP (word used in Wales)", "interim care order, Information Commissioner (possible meaning of ico)", "referral (nearest spelling of referal)", "county lines (written together or apart)"]) {
    assert.ok(also.includes(text), text);
  }
  await page.getByRole("link", { name: "every thing" }).click();
  await status(page, "“every thing”");
  assert.deepEqual(asked(page), ["q=every thing"]);
  await page.goBack();
  await status(page, "“everything”");
});

test("without a hit there are the nearest pages, a spelling, the contact and other ways", async (t) => {
  const page = await found(t, "?q=nothing");
  await status(page, "No page matches “nothing”. These are the nearest.");
  const main = await page.locator("main").innerText();
  assert.match(main, /Did you mean something\?/);
  assert.match(main, /Ring 999 now/);
  assert.equal(await hits(page).count(), 2);
  assert.ok(await page.locator("main").getByRole("link", { name: "A to Z" }).isVisible());
});

test("a facet narrows the results, its chip takes it back, and Back undoes both", async (t) => {
  const page = await found(t, "?q=consent");
  await status(page, "23 pages for “consent”");
  const box = await page.getByRole("checkbox", { name: "Guidance (20)" }).elementHandle();
  await box.check();
  await status(page, "3 pages for “consent” with these filters");
  assert.deepEqual(asked(page), ["q=consent", "type=guidance"]);
  assert.ok(await box.evaluate((box) => box.isConnected && box.checked), "the box stays where it was");
  await box.press("Space");
  await status(page, "23 pages for “consent”");
  await page.keyboard.press("Space");
  await status(page, "3 pages for “consent” with these filters");
  await page.getByRole("button", { name: "Remove filter Type: Guidance" }).click();
  await status(page, "23 pages");
  assert.deepEqual(asked(page), ["q=consent"]);
  await page.goBack();
  await status(page, "3 pages");
  assert.ok(await page.getByRole("checkbox", { name: "Guidance (20)" }).isChecked());
  await page.goBack();
  await status(page, "23 pages");
});

test("a facet with nothing to choose is not shown; on a phone the filters are folded", async (t) => {
  const page = await found(t, "?q=consent", { viewport: phone });
  assert.equal(await page.getByRole("checkbox").count(), 0);
  await page.getByText("Filter the results").click();
  assert.deepEqual(await page.locator("legend").allInnerTexts(), ["Type", "Nation"]);
});

test("more results follow, the first new one has the focus, and the address remembers how many there are", async (t) => {
  const page = await found(t, "?q=consent");
  await page.getByRole("button", { name: "More results" }).click();
  await hits(page).nth(14).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Page 6 & its <title>");
  assert.deepEqual(asked(page), ["q=consent", "n=15"]);
  await page.reload();
  await hits(page).nth(14).waitFor();
  await page.getByRole("button", { name: "More results" }).click();
  await hits(page).nth(22).waitFor();
  assert.equal(await page.getByRole("button", { name: "More results" }).isVisible(), false);
});

test("typing replaces the address, Enter adds to the history", async (t) => {
  const page = await found(t, "?q=consent");
  const entries = await page.evaluate(() => history.length);
  await field(page).fill("mash");
  await status(page, "“mash”");
  await page.waitForURL(`${results}?q=mash`);
  await field(page).fill("referral");
  await page.waitForURL(`${results}?q=referral`);
  assert.equal(await page.evaluate(() => history.length), entries);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => history.length), entries + 1);
  await page.goBack();
  await status(page, "“consent”");
  assert.equal(await field(page).inputValue(), "consent");
  await page.goForward();
  await status(page, "“referral”");
});

test("Clear empties the box, the list and the address", async (t) => {
  const page = await found(t, "?q=consent&type=guidance");
  await page.getByRole("button", { name: "Clear" }).click();
  assert.equal(page.url(), results);
  assert.equal(await field(page).inputValue(), "");
  assert.equal(await hits(page).count(), 0);
  assert.equal(await page.locator(".chips li").count(), 0);
  assert.ok(await field(page).evaluate((input) => input === document.activeElement));
  assert.doesNotMatch(await page.title(), /consent/);
});

test("a fragment is understood as the query too, and nothing else of the address is a filter", async (t) => {
  const page = await found(t, "#q=consent&type=guidance&utm_source=mail");
  await status(page, "3 pages for “consent” with these filters");
  assert.deepEqual(asked(page), ["q=consent", "type=guidance"]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  assert.equal(await hits(page).count(), 3);
});

test("a reader who waits is told so, and the newest question wins", async (t) => {
  const page = await open(t, `${results}?q=slow`);
  await status(page, "Loading search…");
  await field(page).fill("fast");
  await status(page, "“fast”");
  await page.waitForTimeout(1600);
  await status(page, "“fast”");
});

test("a search that cannot be used says so, and can be tried again", async (t) => {
  const page = await open(t, `${results}?q=fault`);
  await status(page, "Search cannot be used now.");
  await page.getByRole("button", { name: "Try again" }).click();
  await status(page, "Search cannot be used now.");
  assert.ok(await page.locator("main").getByRole("link", { name: "A to Z" }).first().isVisible());
  await field(page).fill("consent");
  await status(page, "23 pages");
});

test("Back from a hit leads to the results where they were left", async (t) => {
  const page = await found(t, "?q=consent");
  await hits(page).nth(4).locator("h2 a").click();
  await page.waitForURL(`${site}${kinds["a guidance page"]}`);
  await page.goBack();
  await hits(page).nth(4).waitFor();
  await page.waitForFunction(() => scrollY > 100);
  assert.deepEqual(asked(page), ["q=consent"]);
});
