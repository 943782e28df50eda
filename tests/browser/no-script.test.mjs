// Without JavaScript a page is complete: the same words, the same navigation, and what opens still opens.
import assert from "node:assert/strict";
import { test } from "node:test";
import { blank, open, phone } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { kinds } from "./site.mjs";

const site = await serve();
const off = { javaScriptEnabled: false };
const guidance = site + kinds["a guidance page"];

test("every kind of page says the same with and without JavaScript", async (t) => {
  const [plain, scripted] = [await blank(t, off), await blank(t)];
  for (const address of Object.values(kinds)) {
    const words = [];
    for (const page of [plain, scripted]) {
      await page.goto(site + address);
      words.push(await page.locator("body").innerText());
    }
    assert.equal(words[0], words[1], address);
  }
});

test("without JavaScript the navigation is there, on a desk as a list and on a phone behind its button", async (t) => {
  const wide = await open(t, guidance, off);
  assert.ok(await wide.locator("nav.menu a").first().isVisible());
  const narrow = await open(t, guidance, { ...off, viewport: phone });
  await narrow.locator(".menu-button").click();
  await narrow.locator("nav.menu a").first().waitFor({ state: "visible" });
});

test("without JavaScript a glossary term tells its definition, and its button closes it", async (t) => {
  const page = await open(t, guidance, off);
  const card = page.locator(".term-card").first();
  await page.locator("button.term").first().click();
  await card.waitFor({ state: "visible" });
  await card.getByRole("button", { name: "Close" }).click();
  await card.waitFor({ state: "hidden" });
});

test("without JavaScript details open", async (t) => {
  const page = await open(t, guidance, off);
  await page.locator("details:has(.details-body) > summary").first().click();
  await page.locator(".details-body").first().waitFor({ state: "visible" });
});

test("without JavaScript the way out is an ordinary link that does not tell where one came from", async (t) => {
  const page = await open(t, guidance, off);
  const exit = page.locator("a.exit");
  assert.match(await exit.getAttribute("href"), /^https:\/\//);
  assert.match(await exit.getAttribute("rel"), /\bnoreferrer\b/);
});

test("a browser that does not know popovers shows the definitions as a list, and the menu as one", async (t) => {
  const page = await blank(t, { ...off, viewport: phone });
  // The style sheet asks whether this selector is known; here it is spelt so that it is not.
  await page.route("**/site.css", async (route) => {
    const sheet = await route.fetch();
    await route.fulfill({ response: sheet, body: (await sheet.text()).replaceAll(":popover-open", ":not-known-here") });
  });
  await page.goto(guidance);
  const list = page.locator(".words");
  assert.ok(await list.isVisible());
  assert.equal(await list.locator("dt").count(), await page.locator("button.term").count());
  assert.equal(await page.locator(".menu-button").isVisible(), false);
  assert.ok(await page.locator("nav.menu a").first().isVisible());
});
