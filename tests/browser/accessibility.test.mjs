// axe-core finds nothing to say about one page of every template, on a phone and on a desk, light and dark.
import axe from "axe-core";
import { test } from "node:test";
import { desk, open, phone } from "./chromium.mjs";
import { none } from "./none.mjs";
import { serve } from "./server.mjs";
import { kinds } from "./site.mjs";

const site = await serve();
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function faults(page) {
  const { violations } = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: "tag", values } }), tags);
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target}: ${node.failureSummary}`));
}

for (const [kind, address] of Object.entries(kinds)) {
  test(`axe finds no fault in ${kind}`, async (t) => {
    const page = await open(t, site + address);
    await page.evaluate(axe.source);
    for (const viewport of [phone, desk]) {
      for (const colorScheme of ["light", "dark"]) {
        await t.test(`at ${viewport.width} px, ${colorScheme}`, async () => {
          await page.setViewportSize(viewport);
          await page.emulateMedia({ colorScheme });
          none(await faults(page));
        });
      }
    }
  });
}

test("axe finds no fault in the definition of a glossary term while it is open", async (t) => {
  const page = await open(t, site + kinds["a guidance page"]);
  await page.locator("button.term").first().click();
  await page.locator(".term-card:popover-open").waitFor();
  await page.evaluate(axe.source);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    none(await faults(page));
  }
});
