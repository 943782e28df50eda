// The real engine and the real index behind the pages: the same hits over HTTP and from disk, every piece loaded at most
// once, and a clear word when a piece is lost or damaged.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { blank } from "./chromium.mjs";
import { none } from "./none.mjs";
import { serve } from "./server.mjs";
import { files, folder, kinds } from "./site.mjs";

const heard = [];
const instead = {};
const overHttp = await serve("/", { instead, heard: (address) => heard.push(address.slice(1)) });
const copy = mkdtempSync(join(tmpdir(), "waymark-search-"));
after(() => rmSync(copy, { recursive: true }));
cpSync(folder, copy, { recursive: true });
const doors = { "over HTTP": overHttp, "from disk": `${pathToFileURL(copy)}/` };

const queries = ["consent", "mash referal", "cse", "\"social care\"", "child -school", "countylin", "zzzzqqq", "type:guidance phone", "\ud800 \u{1f600} ﷽", "a"];
const index = "search-index/";
const asked = () => heard.filter((address) => address.startsWith(index));

/** A page that notes what it complains of. Chromium itself tells the console that a file is lost. */
async function watched(t) {
  const page = await blank(t);
  const noises = [];
  page.on("console", (message) => noises.push(message.text()));
  page.on("pageerror", (error) => noises.push(error.message));
  return { page, heard: () => noises.filter((noise) => !/^Failed to load resource/.test(noise)) };
}

async function ask(page, site, query) {
  await page.goto("about:blank");
  await page.goto(`${site}search.html#${new URLSearchParams({ q: query })}`);
  await page.locator("main [role=status]", { hasText: /“|Search cannot be used/ }).waitFor();
}

/** All that a reader sees of an answer, with addresses relative to the site. */
const seen = (page, site) => page.locator("#results").evaluate((results, site) => {
  const links = [...results.querySelectorAll(".hits a")].map((link) => link.href.slice(site.length));
  return { text: results.innerText, links, marks: [...results.querySelectorAll("mark")].map((mark) => mark.textContent) };
}, site);

test("over HTTP and from disk a query finds the same", async (t) => {
  const found = {};
  for (const [door, site] of Object.entries(doors)) {
    const { page, heard } = await watched(t);
    found[door] = [];
    for (const query of queries) {
      await ask(page, site, query);
      found[door].push({ query, ...(await seen(page, site)) });
    }
    assert.deepEqual(heard(), [], door);
  }
  assert.deepEqual(found["from disk"], found["over HTTP"]);
  assert.notEqual(found["over HTTP"][0].links.length, 0);
  assert.notEqual(found["over HTTP"][0].marks.length, 0);
});

test("every hit leads to a page of the site, and to a place on it", async (t) => {
  const { page } = await watched(t);
  const faults = [];
  for (const query of queries) {
    await ask(page, overHttp, query);
    for (const link of (await seen(page, overHttp)).links) {
      const [file, anchor] = link.split(/[#&]/);
      const text = files.includes(file) ? readFileSync(join(folder, file), "utf8") : "";
      if (!text) faults.push(`${query}: ${link} is no page`);
      else if (anchor && !text.includes(`id="${decodeURIComponent(anchor)}"`)) faults.push(`${query}: ${link} is no place on its page`);
    }
  }
  none(faults);
});

test("in a sitting every piece is asked for at most once", async (t) => {
  heard.length = 0;
  const { page } = await watched(t);
  await ask(page, overHttp, "consent");
  for (const query of ["referral", "consent", "police", "consent to referral"]) {
    await page.getByLabel("Search this site").fill(query);
    await page.locator("main [role=status]", { hasText: `“${query}”` }).waitFor();
  }
  assert.deepEqual(asked().length, new Set(asked()).size);
});

test("typing over HTTP never holds up the page for more than 50 ms", async (t) => {
  const { page } = await watched(t);
  await page.goto(overHttp + kinds["a guidance page"]);
  await page.evaluate(() => {
    globalThis.longest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => {
      globalThis.longest = Math.max(globalThis.longest, duration);
    })).observe({ type: "longtask" });
  });
  await page.getByRole("combobox").pressSequentially("section 47 enquiry threshold", { delay: 30 });
  await page.getByRole("option").first().waitFor();
  assert.ok((await page.evaluate(() => globalThis.longest)) <= 50);
});

/** What can have become of a file. */
const damages = {
  "is lost": () => null,
  "is cut short": (bytes) => bytes.subarray(0, bytes.length / 2),
  "has a character changed": (bytes) => Buffer.concat([bytes.subarray(0, bytes.length - 60), Buffer.from("~"), bytes.subarray(bytes.length - 59)]),
  "is a page of another kind": () => Buffer.from("<!doctype html><title>Sign in</title>"),
  "is empty": () => Buffer.alloc(0),
};

test("when a piece is lost or damaged the reader is told, over HTTP and from disk, and nothing breaks", async (t) => {
  heard.length = 0;
  const { page, heard: noises } = await watched(t);
  await ask(page, overHttp, "consent");
  const pieces = [...new Set(asked())];
  // One piece of each kind: engine, start, d/N …
  const kindsOfPiece = [...new Map(pieces.map((file) => [file.slice(index.length).replace(/\d+/, "N"), file])).values()];
  assert.ok(kindsOfPiece.length >= 4, kindsOfPiece.join(" "));
  const faults = [];
  for (const file of kindsOfPiece) {
    const whole = readFileSync(join(folder, file));
    for (const [what, damage] of Object.entries(damages)) {
      const bytes = damage(whole);
      instead[file] = bytes;
      if (bytes) writeFileSync(join(copy, file), bytes);
      else rmSync(join(copy, file));
      for (const [door, site] of Object.entries(doors)) {
        await ask(page, site, "consent");
        const said = await page.locator("main [role=status]").innerText();
        const other = await page.locator("main").getByRole("link", { name: "A to Z" }).first().isVisible();
        if (!/Search cannot be used/.test(said) || !/999/.test(said) || !other) faults.push(`${file} ${what}, ${door}: ${said}`);
      }
      delete instead[file];
      writeFileSync(join(copy, file), whole);
    }
  }
  none([...faults, ...noises()]);
  await ask(page, overHttp, "consent");
  assert.match(await page.locator("main [role=status]").innerText(), /pages? for “consent”/);
});

test("a piece that fails once is asked for again, and the answer comes", async (t) => {
  const { page } = await watched(t);
  heard.length = 0;
  await ask(page, overHttp, "consent");
  for (const file of new Set(asked())) {
    instead[file] = () => {
      delete instead[file];
      return "not yet";
    };
    await ask(page, overHttp, "consent");
    assert.match(await page.locator("main [role=status]").innerText(), /pages? for “consent”/, file);
  }
});
