// "Exit this page" leaves at once, by its button or by Shift three times, and leaves no way back to what was read.
import assert from "node:assert/strict";
import { test } from "node:test";
import { blank } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { kinds } from "./site.mjs";

const site = await serve();
const outside = /^https:/;
const guidance = site + kinds["a guidance page"];

/** A guidance page that was come to from the home page. The world outside is one harmless page. */
async function reading(t, options) {
  const page = await blank(t, options);
  await page.route(outside, (route) => route.fulfill({ contentType: "text/html", body: "<title>Weather</title>" }));
  await page.goto(site + kinds["the home page"]);
  await page.goto(guidance);
  return { page, away: await page.locator("a.exit").getAttribute("href") };
}

async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

test("the button leaves, and Back does not lead to the page again", async (t) => {
  const { page, away } = await reading(t);
  await page.locator("a.exit").click();
  await page.waitForURL(away);
  await page.goBack();
  assert.equal(page.url(), site + kinds["the home page"]);
});

test("Shift three times leaves, and Back does not lead to the page again", async (t) => {
  const { page, away } = await reading(t);
  await press(page, "Shift", "Shift", "Shift");
  await page.waitForURL(away);
  await page.goBack();
  assert.equal(page.url(), site + kinds["the home page"]);
});

test("the screen is blank at once, before the other page answers", async (t) => {
  const { page, away } = await reading(t);
  const shown = await page.evaluate(() => {
    document.querySelector("a.exit").click();
    return { body: getComputedStyle(document.body).display, title: document.title };
  });
  assert.deepEqual(shown, { body: "none", title: "" });
  await page.waitForURL(away);
});

test("Shift with another key between does not leave", async (t) => {
  const { page, away } = await reading(t);
  await press(page, "Shift", "Shift", "a", "Shift", "Shift");
  assert.equal(page.url(), guidance);
  await press(page, "Shift");
  await page.waitForURL(away);
});

test("a capital letter does not count towards the three", async (t) => {
  const { page, away } = await reading(t);
  await press(page, "Shift+A", "Shift+B", "Shift+C");
  assert.equal(page.url(), guidance);
});

test("Shift after a rest of more than five seconds counts from one again", async (t) => {
  const { page, away } = await reading(t);
  await page.clock.install();
  await page.reload();
  await press(page, "Shift", "Shift");
  await page.clock.fastForward(5001);
  await press(page, "Shift", "Shift");
  assert.equal(page.url(), guidance);
  await press(page, "Shift");
  await page.waitForURL(away);
});

test("without JavaScript the button is a link that leaves", async (t) => {
  const { page, away } = await reading(t, { javaScriptEnabled: false });
  await page.locator("a.exit").click();
  await page.waitForURL(away);
});
