// A glossary term tells its definition where it stands, by keyboard, mouse and touch.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, phone } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { kinds } from "./site.mjs";

const site = await serve();

/** A guidance page with its first term, the term's definition, and the definition's button. */
async function stand(t, options) {
  const page = await open(t, site + kinds["a guidance page"], options);
  const term = page.locator("button.term").first();
  const card = page.locator(".term-card").first();
  assert.equal(await term.getAttribute("popovertarget"), await card.getAttribute("id"));
  await closed(card);
  return { page, term, card, close: card.getByRole("button", { name: "Close" }) };
}

const opened = (card) => card.waitFor({ state: "visible" });
const closed = (card) => card.waitFor({ state: "hidden" });
const focused = (locator) => locator.evaluate((element) => element === document.activeElement);

for (const key of ["Enter", "Space"]) {
  test(`${key} opens the definition; Escape closes it and gives the focus back`, async (t) => {
    const { page, term, card } = await stand(t);
    await term.focus();
    await page.keyboard.press(key);
    await opened(card);
    await page.keyboard.press("Escape");
    await closed(card);
    assert.ok(await focused(term));
  });
}

test("Tab goes from the term into its definition, and the button there closes it and gives the focus back", async (t) => {
  const { page, term, card, close } = await stand(t);
  await term.focus();
  await page.keyboard.press("Enter");
  await opened(card);
  await page.keyboard.press("Tab");
  assert.ok(await card.evaluate((element) => element.contains(document.activeElement)));
  await close.focus();
  await page.keyboard.press("Enter");
  await closed(card);
  assert.ok(await focused(term));
});

test("a click opens the definition within the window, and a click elsewhere closes it", async (t) => {
  const { page, term, card } = await stand(t);
  await term.click();
  await opened(card);
  const box = await card.boundingBox();
  const { width, height } = page.viewportSize();
  assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height, JSON.stringify(box));
  await page.locator("h1").click();
  await closed(card);
});

test("a tap opens the definition at the foot of a phone's screen, and a tap on its button closes it", async (t) => {
  const { page, term, card, close } = await stand(t, { viewport: phone, hasTouch: true, isMobile: true });
  await term.tap();
  await opened(card);
  const box = await card.boundingBox();
  assert.equal(Math.round(box.y + box.height), page.viewportSize().height);
  assert.equal(box.width, page.viewportSize().width);
  await close.tap();
  await closed(card);
});

test("the definition leads to the same entry of the glossary", async (t) => {
  const { page, term, card } = await stand(t);
  await term.click();
  const entry = new URL(await card.locator(".term-actions a").getAttribute("href"), page.url());
  await card.locator(".term-actions a").click();
  await page.waitForURL(entry.href);
  assert.ok(await page.locator(entry.hash).isVisible());
});
