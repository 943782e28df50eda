// Everything a mouse can reach, Tab reaches, in the order of the page, and one sees where one is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { desk, open, phone } from "./chromium.mjs";
import { none } from "./none.mjs";
import { serve } from "./server.mjs";
import { kinds } from "./site.mjs";

const site = await serve();

/** Numbers what can take the focus and notes how it looks without it. Runs in the page. */
function survey() {
  globalThis.look = (element) => {
    const { outlineStyle, outlineWidth, outlineColor, backgroundColor, boxShadow } = getComputedStyle(element);
    const unseen = outlineStyle === "none" || outlineWidth === "0px" || outlineColor === "rgba(0, 0, 0, 0)";
    return [unseen ? "none" : `${outlineStyle} ${outlineWidth} ${outlineColor}`, backgroundColor, boxShadow].join("|");
  };
  globalThis.stops = [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0']")].filter((element) => {
    return element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  });
  globalThis.before = globalThis.stops.map(globalThis.look);
  return globalThis.stops.length;
}

/** Tells what is wrong with the present stop, given the number that it should have. Runs in the page. */
function wrong(number) {
  const element = document.activeElement;
  const name = (stop) => stop?.outerHTML.slice(0, 100);
  const expected = globalThis.stops[number];
  if (element !== expected) return [`Tab went to ${name(element)} instead of ${name(expected)}`];
  const faults = [];
  if (globalThis.look(element) === globalThis.before[number]) faults.push(`focus does not show on ${name(element)}`);
  // A link may run over two lines, so each of its boxes is looked at. One that can be seen is enough.
  // Of what is taller than the window, such as a table that scrolls, a part is in sight.
  const seen = [...element.getClientRects()].some(({ left, top, width, bottom }) => {
    const middle = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
    const there = document.elementFromPoint(left + width / 2, middle);
    return element.contains(there) || there?.contains(element);
  });
  if (!seen) faults.push(`something covers ${name(element)} while it has the focus`);
  return faults;
}

for (const viewport of [desk, phone]) {
  for (const kind of ["a guidance page", "a threshold framework", "a case study", "the home page"]) {
    test(`Tab reaches everything on ${kind} at ${viewport.width} px, in order and in sight`, async (t) => {
      const page = await open(t, site + kinds[kind], { viewport, reducedMotion: "reduce" });
      const stops = await page.evaluate(survey);
      const faults = [];
      for (let number = 0; number < stops; number += 1) {
        await page.keyboard.press("Tab");
        faults.push(...(await page.evaluate(wrong, number)));
      }
      none(faults);
    });
  }
}

test("the first Tab shows the skip link, and it leads past the navigation", async (t) => {
  const page = await open(t, site + kinds["a guidance page"]);
  const skip = page.locator(".skip");
  // What is cut away by a clip path is not found at its own place.
  const inSight = () => skip.evaluate((link) => {
    const { left, top, width, height } = link.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2) === link;
  });
  assert.equal(await inSight(), false);
  await page.keyboard.press("Tab");
  assert.ok(await skip.evaluate((link) => link === document.activeElement));
  assert.equal(await inSight(), true);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement.closest("main") !== null), "the next stop is in the page's own text");
});

test("a summary opens and closes by Enter", async (t) => {
  const page = await open(t, site + kinds["a guidance page"]);
  const details = page.locator("details:has(.details-body)").first();
  await details.locator("summary").focus();
  await page.keyboard.press("Enter");
  await assert.doesNotReject(details.locator(".details-body").waitFor({ state: "visible" }));
  await page.keyboard.press("Enter");
  await assert.doesNotReject(details.locator(".details-body").waitFor({ state: "hidden" }));
});

test("on a phone the menu opens by its button and closes by Escape", async (t) => {
  const page = await open(t, site + kinds["a guidance page"], { viewport: phone });
  const button = page.locator(".menu-button");
  await button.focus();
  await page.keyboard.press("Enter");
  await page.locator("#menu").waitFor({ state: "visible" });
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement.closest("#menu") !== null), "Tab goes into the open menu");
  await page.keyboard.press("Escape");
  await page.locator("#menu").waitFor({ state: "hidden" });
  assert.ok(await button.evaluate((element) => element === document.activeElement));
});
