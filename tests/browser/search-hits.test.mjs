// A page that was opened from a search shows where the words stand, until the reader takes the marks away.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { blank, open } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { folder, kinds } from "./site.mjs";

const doors = { "over HTTP": await serve(), "from disk": `${pathToFileURL(folder)}/` };
const marked = (page) => page.evaluate(() => [...(CSS.highlights.get("waymark-hits") ?? [])].map(String));
const line = (page) => page.locator(".hits-line");

for (const [door, site] of Object.entries(doors)) {
  const guidance = site + kinds["a guidance page"];

  test(`${door} the words are marked as whole words, and the address is clean again`, async (t) => {
    const page = await open(t, `${guidance}#&hl=consent,c%2B%2B,consent%20and%20agreement`);
    await line(page).waitFor();
    const words = await marked(page);
    const different = new Set(words.map((word) => word.toLowerCase().replace(/\s+/g, " ")));
    assert.deepEqual([...different].sort(), ["consent", "consent and agreement"]);
    assert.equal(await line(page).innerText(), `${words.length} places are highlighted. Remove highlighting`);
    assert.equal(page.url(), guidance);
    await page.getByRole("button", { name: "Remove highlighting" }).click();
    assert.deepEqual(await marked(page), []);
    assert.equal(await line(page).count(), 0);
  });

  test(`${door} the page opens at the section`, async (t) => {
    const page = await blank(t);
    await page.goto(guidance);
    const section = await page.locator("article > h2").last().getAttribute("id");
    await page.goto("about:blank");
    await page.goto(`${guidance}#${section}&hl=the`);
    await line(page).waitFor();
    assert.equal(page.url(), `${guidance}#${section}`);
    assert.equal(await page.evaluate(() => document.querySelector(":target").id), section);
    assert.ok(await page.locator(`#${section}`).evaluate((heading) => heading.getBoundingClientRect().top < innerHeight));
    assert.ok(await page.locator(`#${section} + .hits-line`).isVisible());
  });
}

test("browsers that cannot highlight are shown elements, which go without a trace", async (t) => {
  const page = await blank(t);
  await page.addInitScript(() => delete globalThis.Highlight);
  await page.goto(doors["over HTTP"] + kinds["a guidance page"]);
  const before = await page.locator("main").innerHTML();
  await page.goto("about:blank");
  await page.goto(`${doors["over HTTP"]}${kinds["a guidance page"]}#&hl=consent,you`);
  await line(page).waitFor();
  assert.ok((await page.locator("mark.hit").count()) > 5);
  await page.getByRole("button", { name: "Remove highlighting" }).click();
  assert.equal(await page.locator("main").innerHTML(), before);
});

test("a hint that means nothing does no harm", async (t) => {
  const page = await blank(t);
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  for (const hint of ["#&hl=", "#&hl=%", "#&hl=,,", "#no-such-place&hl=zzz", "#&hl=(a,%5B,.*", `#&hl=${"a,".repeat(5000)}`]) {
    await page.goto("about:blank");
    await page.goto(doors["over HTTP"] + kinds["a guidance page"] + hint);
    assert.ok(await page.locator("h1").isVisible(), hint);
  }
  assert.deepEqual(errors, []);
});
