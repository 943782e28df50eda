// A page takes the reader's settings: light or dark, still or moving, the system's own colours.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { kinds } from "./site.mjs";

const site = await serve();
const guidance = site + kinds["a guidance page"];

/** How light a computed colour is, from 0 to 1. */
function lightness(colour) {
  const [red, green, blue] = colour.match(/[\d.]+/g).map(Number);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

async function colours(page) {
  const { backgroundColor, color } = await page.locator("body").evaluate((body) => {
    const { backgroundColor, color } = getComputedStyle(body);
    return { backgroundColor, color };
  });
  return { ground: lightness(backgroundColor), text: lightness(color) };
}

test("the page is dark on light, and light on dark where that is asked for", async (t) => {
  const page = await open(t, guidance, { colorScheme: "light" });
  const light = await colours(page);
  assert.ok(light.ground > 0.9 && light.text < 0.2, JSON.stringify(light));
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await colours(page);
  assert.ok(dark.ground < 0.2 && dark.text > 0.8, JSON.stringify(dark));
});

test("a figure keeps a light ground in the dark, so that its lines can be seen", async (t) => {
  const page = await open(t, site + kinds["a guidance page with a figure"], { colorScheme: "dark" });
  const ground = await page.locator("figure img").first().evaluate((image) => getComputedStyle(image).backgroundColor);
  assert.ok(lightness(ground) > 0.9, ground);
});

test("nothing moves where stillness is asked for", async (t) => {
  const page = await open(t, guidance, { reducedMotion: "reduce" });
  const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter((element) => {
    const { scrollBehavior, transitionDuration, animationName } = getComputedStyle(element);
    return scrollBehavior !== "auto" || transitionDuration !== "0s" || animationName !== "none";
  }).map((element) => element.outerHTML.slice(0, 100)));
  assert.deepEqual(moving, []);
});

test("in the system's own colours the way out and the present place in the menu have an edge", async (t) => {
  const page = await open(t, guidance, { forcedColors: "active" });
  for (const selector of [".exit", ".menu [aria-current]"]) {
    const edge = await page.locator(selector).first().evaluate((element) => getComputedStyle(element).borderBlockEndStyle);
    assert.equal(edge, "solid", selector);
  }
});
