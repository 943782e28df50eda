// The search box of every page: suggestions by keyboard and mouse, and the way to the results. The engine answers by rote.
import assert from "node:assert/strict";
import { test } from "node:test";
import { canned } from "./canned.mjs";
import { blank, open } from "./chromium.mjs";
import { none } from "./none.mjs";
import { serve } from "./server.mjs";
import { kinds, pages } from "./site.mjs";

const heard = [];
const site = await serve("/", { instead: canned, heard: (address) => heard.push(address) });
const guidance = site + kinds["a guidance page"];

const box = (page) => page.getByRole("combobox", { name: "Search this site" });
const options = (page) => page.getByRole("option");
const chosen = (page) => page.locator("[role=option][aria-selected=true]");

async function typed(t, text, options) {
  const page = await open(t, guidance, options);
  await box(page).pressSequentially(text);
  return page;
}

test("every page has one search box, with a name and tall enough for a thumb", async (t) => {
  const page = await blank(t);
  const faults = [];
  for (const address of pages) {
    await page.goto(site + address);
    const forms = page.getByRole("search");
    if ((await forms.count()) !== 1) faults.push(`${address}: ${await forms.count()} boxes`);
    const field = forms.getByLabel("Search this site", { exact: true }).last();
    for (const part of [field, forms.getByRole("button", { name: "Search", exact: true })]) {
      const { height } = await part.boundingBox();
      if (height < 44) faults.push(`${address}: ${height} px`);
    }
  }
  none(faults);
});

test("nothing of the search is loaded before it is used", async (t) => {
  heard.length = 0;
  const page = await open(t, guidance);
  await page.waitForLoadState("networkidle");
  const early = () => heard.filter((address) => /search-index|search-worker|search-engine/.test(address));
  assert.deepEqual(early(), []);
  // The browser tells of a request before the server has heard it, so the server's own ear is asked.
  await box(page).focus();
  for (let waited = 0; waited < 10_000 && !early().length; waited += 50) await page.waitForTimeout(50);
  assert.notDeepEqual(early(), []);
});

test("a slash leads to the box, but not out of a field", async (t) => {
  const page = await open(t, guidance);
  await page.keyboard.press("/");
  assert.ok(await box(page).evaluate((field) => field === document.activeElement));
  await page.keyboard.press("/");
  assert.equal(await box(page).inputValue(), "/");
});

test("the five best pages are suggested, each with its best section", async (t) => {
  const page = await typed(t, "consent");
  await options(page).first().waitFor();
  assert.equal(await options(page).count(), 5);
  assert.match(await options(page).first().innerText(), /Page 1 & its <title>\s+Who to tell/);
  assert.equal(await box(page).getAttribute("aria-expanded"), "true");
  assert.match(await page.locator(".search [role=status]").textContent(), /5 suggestions/);
});

test("arrows choose, round and back to the text, and Enter opens the page", async (t) => {
  const page = await typed(t, "consent");
  await options(page).first().waitFor();
  await page.keyboard.press("ArrowDown");
  assert.equal(await chosen(page).getAttribute("id"), await box(page).getAttribute("aria-activedescendant"));
  await page.keyboard.press("ArrowUp");
  assert.equal(await chosen(page).count(), 0);
  await page.keyboard.press("ArrowUp");
  assert.match(await chosen(page).innerText(), /Page 5/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(site + kinds["a threshold framework"]);
});

test("a click opens a suggestion", async (t) => {
  const page = await typed(t, "consent");
  await options(page).nth(1).click();
  await page.waitForURL(site + kinds["a threshold framework"]);
});

test("Escape closes the suggestions and leaves the text; so does leaving the box", async (t) => {
  const page = await typed(t, "consent");
  await options(page).first().waitFor();
  await page.keyboard.press("Escape");
  await options(page).first().waitFor({ state: "hidden" });
  assert.equal(await box(page).inputValue(), "consent");
  assert.equal(await box(page).getAttribute("aria-expanded"), "false");
  await page.keyboard.press("ArrowDown");
  await options(page).first().waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await options(page).first().waitFor({ state: "hidden" });
});

test("Enter leads to the results, whose address can be passed on", async (t) => {
  const page = await typed(t, "consent & 50% more");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${site}search.html?q=*`);
  assert.equal(new URL(page.url()).searchParams.get("q"), "consent & 50% more");
  assert.equal(await page.getByLabel("Search this site", { exact: true }).last().inputValue(), "consent & 50% more");
});

test("while a word is put together with an input method nothing is searched", async (t) => {
  const page = await open(t, guidance);
  await box(page).focus();
  const session = await page.context().newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: "konsen", selectionStart: 6, selectionEnd: 6 });
  await page.waitForTimeout(400);
  assert.equal(await options(page).count(), 0);
  await session.send("Input.insertText", { text: "consent" });
  await options(page).first().waitFor();
});

test("an answer that comes too late is not shown", async (t) => {
  const page = await typed(t, "slow");
  await page.waitForTimeout(200);
  await box(page).fill("nothing");
  await page.getByText("No page has these words").waitFor();
  await page.waitForTimeout(1600);
  assert.equal(await options(page).count(), 0);
});

test("a reader who waits is told so", async (t) => {
  const page = await typed(t, "slow");
  await page.locator(".search [role=status]", { hasText: "Loading search…" }).waitFor();
  await options(page).first().waitFor();
});

test("a search that cannot be used says so, and where to look instead", async (t) => {
  const page = await typed(t, "fault");
  await page.getByText("Search cannot be used now.").waitFor();
  assert.match(await page.locator(".search-panel").innerText(), /999/);
  await page.locator(".search-panel").getByRole("link", { name: "A to Z" }).click();
  await page.waitForURL(site + kinds["the A to Z"]);
});

test("without JavaScript the box leads to a page that tells other ways", async (t) => {
  const page = await open(t, guidance, { javaScriptEnabled: false });
  await page.getByRole("searchbox").fill("consent");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${site}search.html?q=consent`);
  const main = page.locator("main");
  assert.match(await main.innerText(), /Searching needs JavaScript/);
  for (const name of ["A to Z", "Topics"]) assert.ok(await main.getByRole("link", { name }).isVisible(), name);
  assert.match(await main.innerText(), /999/);
});
