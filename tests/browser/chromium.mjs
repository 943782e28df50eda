// One Chromium for each file of tests, and fresh pages in it.
import { after } from "node:test";
import { launch } from "./launch.mjs";
import { given } from "./site.mjs";

/** The day the site is built for, which is also the browser's day unless a test says otherwise. */
export const built = given("WAYMARK_DAY");

/** A phone and a desk. */
export const phone = { width: 390, height: 844 };
export const desk = { width: 1280, height: 800 };

const browser = await launch();
after(() => browser.close());

/** A new page in a context of its own, on the day the site was built for. `options` are Playwright's. */
export async function blank(test, { day = built, ...options } = {}) {
  const context = await browser.newContext({ viewport: desk, ...options });
  test.after(() => context.close());
  await context.clock.setFixedTime(`${day}T12:00:00`);
  return context.newPage();
}

/** A new page that has loaded `address`. */
export async function open(test, address, options) {
  const page = await blank(test, options);
  await page.goto(address);
  return page;
}
