// A page asks nothing of any other host and has nothing to complain of: no message in the console, no error, no breach
// of its own Content-Security-Policy. The same from a host's root, from a path below it, and from disk.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { blank } from "./chromium.mjs";
import { none } from "./none.mjs";
import { serve } from "./server.mjs";
import { folder, kinds, pages, redirects } from "./site.mjs";

const root = await serve();
const below = await serve("/manuals/exploitation/");
const disk = `${pathToFileURL(folder)}/`;
const sample = [...new Set(Object.values(kinds))];

/** A page that notes everything that a quiet page does not do. */
async function watched(t, site) {
  const page = await blank(t);
  const noises = [];
  page.on("console", (message) => noises.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => noises.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(site)) noises.push(`request: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) noises.push(`${response.status()}: ${response.url()}`);
  });
  await page.exposeFunction("noteBreach", (breach) => noises.push(`policy: ${breach}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (breach) => {
      globalThis.noteBreach(`${breach.violatedDirective} ${breach.blockedURI}`);
    });
  });
  return { page, noises };
}

async function visit(t, site, addresses) {
  const { page, noises } = await watched(t, site);
  const heard = [];
  for (const address of addresses) {
    await page.goto(site + address);
    heard.push(...noises.splice(0).map((noise) => `${address}: ${noise}`));
  }
  none(heard);
}

test("every page is quiet at the root of a host", (t) => visit(t, root, pages));
test("every page is quiet at a path below the root", (t) => visit(t, below, pages));
test("one page of every template is quiet from disk", (t) => visit(t, disk, sample));

test("a page is dressed by the site's own style sheet and script from disk too", async (t) => {
  const { page } = await watched(t, disk);
  await page.goto(disk + kinds["a guidance page"]);
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector(".strip")).display), "block");
  assert.equal(await page.evaluate(() => document.styleSheets.length), 2);
});

for (const [door, site] of Object.entries({ "the root of a host": root, "a path below it": below, disk })) {
  test(`every old address leads to where its page is now, from ${door}`, async (t) => {
    assert.notEqual(redirects.length, 0, "the demonstration site has old addresses");
    const page = await blank(t);
    for (const { file, to } of redirects) {
      await page.goto(site + file, { waitUntil: "commit" });
      await page.waitForURL(new URL(to, site + file).href);
    }
  });
}
