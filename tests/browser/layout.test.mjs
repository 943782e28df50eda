// Nothing needs scrolling sideways on the narrowest screens, which a desk at 400 % zoom is too.
import assert from "node:assert/strict";
import { test } from "node:test";
import { blank, open } from "./chromium.mjs";
import { none } from "./none.mjs";
import { serve } from "./server.mjs";
import { kinds, pages } from "./site.mjs";

const site = await serve();

const screens = {
  "on a phone 320 px wide": { viewport: { width: 320, height: 640 } },
  // 1280 by 1024 pixels at 400 %: four device pixels to each of the page's.
  "on a desk at 400 % zoom": { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
};

/** What sticks out of the page to the right, other than inside a box that scrolls by itself. */
function sticking() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const wide = [...document.body.querySelectorAll("*")].filter((element) => {
    return element.getBoundingClientRect().right > width + 0.5 && !element.closest(".table > *");
  });
  return [`page ${document.documentElement.scrollWidth} px`, ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))];
}

for (const [where, options] of Object.entries(screens)) {
  test(`no page scrolls sideways ${where}`, async (t) => {
    const page = await blank(t, options);
    const faults = [];
    for (const address of pages) {
      await page.goto(site + address);
      faults.push(...(await page.evaluate(sticking)).map((fault) => `${address}: ${fault}`));
    }
    none(faults);
  });
}

test("a table wider than the screen scrolls inside its own box", async (t) => {
  const page = await open(t, site + kinds["a guidance page"], screens["on a phone 320 px wide"]);
  const box = page.locator(".table").first();
  assert.ok(await box.evaluate((element) => element.scrollWidth > element.clientWidth), "the table is wider than its box");
  await box.focus();
  const moved = box.evaluate((element) => new Promise((done) => element.addEventListener("scroll", () => done(element.scrollLeft), { once: true })));
  await page.keyboard.press("ArrowRight");
  assert.ok((await moved) > 0);
});

test("the strip with the emergency number and the way out stays in sight while a page scrolls", async (t) => {
  const page = await open(t, site + kinds["a guidance page"], { reducedMotion: "reduce" });
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const strip = await page.locator(".strip").boundingBox();
  assert.equal(strip.y, 0);
});

test("at 400 % zoom the strip leaves the screen to the text", async (t) => {
  const page = await open(t, site + kinds["a guidance page"], { ...screens["on a desk at 400 % zoom"], reducedMotion: "reduce" });
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const strip = await page.locator(".strip").boundingBox();
  assert.ok(strip.y + strip.height < 0);
});
