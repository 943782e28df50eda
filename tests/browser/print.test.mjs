// What comes out of a printer: the text with its definitions, without what only a screen can do.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { kinds } from "./site.mjs";

const site = await serve();

/** How many sheets a PDF has: its page objects, of which each has a type of its own. */
const sheets = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;

/** A guidance page as it is laid out for paper. JavaScript is off, so that the style sheet alone must do. */
async function onPaper(t, options) {
  const page = await open(t, site + kinds["a guidance page"], { javaScriptEnabled: false, ...options });
  await page.emulateMedia({ media: "print" });
  return page;
}

const style = (page, selector, name, pseudo) =>
  page.locator(selector).first().evaluate((element, [name, pseudo]) => getComputedStyle(element, pseudo)[name], [name, pseudo]);

test("the emergency card fits one sheet of A4", async (t) => {
  const page = await open(t, site + kinds["the emergency card"]);
  assert.equal(sheets(await page.pdf({ format: "A4" })), 1);
});

test("a long page takes several sheets, so the count is one of sheets", async (t) => {
  const page = await open(t, site + kinds["a threshold framework"]);
  assert.ok(sheets(await page.pdf({ format: "A4" })) > 3);
});

test("paper has no navigation, no way out and no buttons", async (t) => {
  const page = await onPaper(t);
  for (const selector of [".skip", ".exit", ".menu", ".breadcrumbs", ".contents", ".pager", ".site-footer", ".term-card"]) {
    assert.equal(await page.locator(selector).first().isVisible(), false, selector);
  }
});

test("paper has the emergency number, the title, the text and the words used", async (t) => {
  const page = await onPaper(t);
  for (const selector of [".danger", "h1", "article h2", "article .steps", ".facts", ".words dt", ".words dd"]) {
    assert.ok(await page.locator(selector).first().isVisible(), selector);
  }
});

test("every sheet can be traced: edition, day and address stand at its foot", async (t) => {
  const page = await onPaper(t);
  assert.equal(await style(page, ".print-line", "display"), "table-footer-group");
  const line = await page.locator(".print-line").innerText();
  assert.match(line, /Edition .+ · \d+ \w+ \d{4} · https:\/\/.+consent\.html/);
});

test("paper shows what details fold away, and where links to elsewhere lead", async (t) => {
  const page = await onPaper(t);
  await page.goto(site + kinds["a threshold framework"]);
  const folded = page.locator("article details:not([open]) .details-body");
  assert.notEqual(await folded.count(), 0, "the framework folds something away");
  assert.ok((await folded.first().boundingBox()).height > 10);
  const link = page.locator("a[rel~=external]").first();
  assert.ok((await style(page, "a[rel~=external]", "content", "::after")).includes(await link.getAttribute("href")));
});

test("paper is white and its ink dark, also for those who read in the dark", async (t) => {
  const page = await onPaper(t, { colorScheme: "dark" });
  assert.equal(await style(page, "body", "backgroundColor"), "rgb(255, 255, 255)");
  assert.equal(await style(page, "article p", "color"), "rgb(0, 0, 0)");
});
