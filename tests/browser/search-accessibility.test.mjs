// The parts of the search that scripts make: no fault for axe, no scrolling sideways, room for a thumb.
import assert from "node:assert/strict";
import axe from "axe-core";
import { test } from "node:test";
import { canned } from "./canned.mjs";
import { desk, open, phone } from "./chromium.mjs";
import { none } from "./none.mjs";
import { serve } from "./server.mjs";
import { kinds } from "./site.mjs";

const site = await serve("/", { instead: canned });
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const narrow = { width: 320, height: 640 };

const shown = {
  "results": (page) => page.goto(`${site}search.html?q=everything&type=guidance`).then(() => page.locator(".hit").first().waitFor()),
  "nearest results": (page) => page.goto(`${site}search.html?q=nothing`).then(() => page.locator(".hit").first().waitFor()),
  "a search that cannot be used": (page) => page.goto(`${site}search.html?q=fault`).then(() => page.getByText("Try again").waitFor()),
  "an empty search": (page) => page.goto(`${site}search.html`),
  "suggestions": async (page) => {
    await page.goto(site + kinds["a guidance page"]);
    await page.getByRole("combobox").pressSequentially("consent");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
  },
  "highlighted words": async (page) => {
    await page.goto("about:blank");
    await page.goto(`${site}${kinds["a guidance page"]}#&hl=consent`);
    await page.locator(".hits-line").waitFor();
  },
};

async function faults(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: "tag", values } }), tags);
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target}: ${node.failureSummary}`));
}

/** Controls that stand alone and are too small, and what sticks out to the right. */
function cramped() {
  const width = document.documentElement.clientWidth;
  const wide = document.documentElement.scrollWidth > width ? [`the page is ${document.documentElement.scrollWidth} px wide`] : [];
  const controls = [...document.querySelectorAll(".search :is(input, button, [role=option]), #results :is(button, label, summary, h2 a, .hit-more a), .hits-line button")];
  const small = controls.filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 44);
  return [...wide, ...small.map((control) => `${control.getBoundingClientRect().height} px: ${control.outerHTML.slice(0, 100)}`)];
}

for (const [what, show] of Object.entries(shown)) {
  test(`axe finds no fault in ${what}, and nothing is cramped`, async (t) => {
    for (const viewport of [phone, desk, narrow]) {
      for (const colorScheme of ["light", "dark"]) {
        const page = await open(t, `${site}${kinds["the A to Z"]}`, { viewport, colorScheme });
        await show(page);
        if (viewport === phone) await page.locator(".filters > summary").click({ timeout: 300 }).catch(() => {});
        none((await faults(page)).map((fault) => `${viewport.width} px, ${colorScheme}: ${fault}`));
        none((await page.evaluate(cramped)).map((fault) => `${viewport.width} px: ${fault}`));
      }
    }
  });
}

test("in the system's own colours the chosen suggestion and the edges of the box can be seen", async (t) => {
  const page = await open(t, site, { forcedColors: "active" });
  await shown.suggestions(page);
  const outline = await page.locator("[aria-selected=true]").evaluate((option) => getComputedStyle(option).outlineStyle);
  assert.equal(outline, "solid");
  const edge = await page.getByRole("combobox").evaluate((box) => getComputedStyle(box).borderBlockEndStyle);
  assert.equal(edge, "solid");
});

test("paper has results without their controls", async (t) => {
  const page = await open(t, `${site}search.html?q=everything&type=guidance`);
  await page.locator(".hit").first().waitFor();
  await page.emulateMedia({ media: "print" });
  for (const selector of [".search", ".filters", ".chips"]) assert.equal(await page.locator(selector).isVisible(), false, selector);
  assert.ok(await page.locator(".hit").first().isVisible());
});
