// What is typed stays on the device: no request has it, no other host is asked, and nothing is stored.
import assert from "node:assert/strict";
import { test } from "node:test";
import { canned } from "./canned.mjs";
import { blank } from "./chromium.mjs";
import { none } from "./none.mjs";
import { serve } from "./server.mjs";
import { kinds } from "./site.mjs";

const heard = [];
const site = await serve("/", { instead: canned, heard: (address) => heard.push(address) });

/** Types a query in the box of a page, opens a result, comes back, and opens a suggestion. */
async function sitting(t) {
  const page = await blank(t);
  const asked = [];
  page.context().on("request", (request) => asked.push(request.url()));
  // Nothing may come from a cache, which would hide what is asked for.
  await page.route("**/*", (route) => route.continue());
  await page.goto(site + kinds["the home page"]);
  await page.getByRole("combobox").pressSequentially("zebedee");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator("ol.hits a").first().click();
  await page.locator("article").waitFor();
  await page.goBack();
  await page.locator("ol.hits a").first().waitFor();
  await page.getByRole("checkbox").first().check();
  await page.getByRole("button", { name: /^Remove filter/ }).waitFor();
  await page.goto(site + kinds["the A to Z"]);
  await page.goBack();
  await page.locator("ol.hits a").first().waitFor();
  await page.goto(site + kinds["the A to Z"]);
  await page.getByRole("combobox").pressSequentially("zebedee");
  await page.getByRole("option").first().click();
  await page.locator("article").waitFor();
  return { page, asked };
}

test("no request has what was typed or what matched, and none goes elsewhere", async (t) => {
  heard.length = 0;
  const { asked } = await sitting(t);
  assert.notEqual(heard.length, 0);
  none(heard.filter((address) => /zebedee|hl=|child/.test(address.replace(kinds["a guidance page"], ""))));
  none(asked.filter((address) => !address.startsWith(site)));
});

test("nothing is stored", async (t) => {
  const { page } = await sitting(t);
  const stored = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    name: window.name,
  }));
  assert.deepEqual(stored, { local: {}, session: {}, databases: [], caches: [], name: "" });
  assert.deepEqual(await page.context().cookies(), []);
});

test("the box keeps browsers from remembering, completing or checking what is typed", async (t) => {
  const page = await blank(t);
  await page.goto(site + kinds["the home page"]);
  const box = page.getByRole("combobox");
  assert.equal(await box.getAttribute("autocomplete"), "off");
  assert.equal(await box.getAttribute("spellcheck"), "false");
});
