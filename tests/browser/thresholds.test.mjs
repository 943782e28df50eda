// The pages of a framework: matrix, levels, signs, the register of duties, comparisons and local changes.
import assert from "node:assert/strict";
import axe from "axe-core";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { blank, desk, open, phone } from "./chromium.mjs";
import { none } from "./none.mjs";
import { serve } from "./server.mjs";
import { files, folder } from "./site.mjs";

const site = await serve();
const disk = `${pathToFileURL(folder)}/`;
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const narrow = { width: 320, height: 640 };
const england = "thresholds/england-exploitation";

const kinds = {
  "the matrix": `${england}/matrix.html`,
  "a level": `${england}/level-3.html`,
  "a sign": `${england}/signs/second-phone.html`,
  "a strength": `${england}/signs/one-trusted-adult.html`,
  "the register of duties": `${england}/duties.html`,
  "a comparison of national and local": "thresholds/compare/england-exploitation--exampleshire.html",
  "a comparison of two nations": "thresholds/compare/wales-terms--england-exploitation.html",
  "a local framework": "thresholds/exampleshire.html",
  "a local level": "thresholds/exampleshire/level-4.html",
  "a framework for contexts": "thresholds/contexts/matrix.html",
};

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
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        none((await faults(page)).map((fault) => `${viewport.width} px, ${colorScheme}: ${fault}`));
      }
    }
  });
}

for (const [kind, address] of Object.entries(kinds)) {
  test(`${kind} fits 320 px and text of twice the size, is quiet, and works from disk`, async (t) => {
    const page = await blank(t, { viewport: narrow });
    const noises = [];
    page.on("console", (message) => noises.push(message.text()));
    page.on("pageerror", (error) => noises.push(error.message));
    page.on("request", (request) => request.url().startsWith(disk) || noises.push(request.url()));
    await page.goto(disk + address);
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(await wide(), 0);
    await page.setViewportSize(desk);
    await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
    assert.ok((await wide()) <= 0, "at 200 % text");
    none(noises);
  });
}

test("a page of a framework loads less than 36 kB of style sheets", async (t) => {
  const page = await blank(t);
  for (const address of [kinds["the matrix"], kinds["a sign"], `${england}/navigator.html`]) {
    await page.goto(site + address);
    const sheets = await page.evaluate(() => [...document.styleSheets].map((sheet) => new URL(sheet.href).pathname.slice(1)));
    const sizes = sheets.map((sheet) => statSync(join(folder, sheet)).size);
    assert.ok(sizes.reduce((sum, size) => sum + size) < 36 * 1024, `${sheets}: ${sizes}`);
  }
});

test("on a desk the tables of a framework need no scrolling, and none lies under the contents", async (t) => {
  const page = await open(t, `${site}${england}.html`);
  const [tables, under] = await page.evaluate(() => {
    const contents = document.querySelector(".contents").getBoundingClientRect();
    const all = [...document.querySelectorAll(".rows .table")];
    const place = all.map((table) => table.getBoundingClientRect());
    return [all.filter((table) => table.scrollWidth > table.clientWidth).map((table) => table.innerText.slice(0, 80)),
      place.filter((box) => box.top < contents.bottom && box.right > contents.left).length];
  });
  none(tables);
  assert.equal(under, 0);
});

test("the matrix is a table whose cells span the levels that a sign can point to, and a list on a phone", async (t) => {
  const page = await open(t, site + kinds["the matrix"]);
  const cell = page.locator("td", { has: page.getByText("A second phone, or a phone that rings all the time") });
  assert.equal(await cell.locator(".range").innerText(), "Levels 2 to 4");
  const [box, first, last] = await Promise.all([cell, page.locator("thead th").nth(2), page.locator("thead th").nth(4)].map((part) => part.boundingBox()));
  assert.ok(Math.abs(box.x - first.x) < 2 && Math.abs(box.x + box.width - last.x - last.width) < 2, "it spans levels 2 to 4");
  await page.setViewportSize(phone);
  assert.ok((await cell.boundingBox()).x < 40);
  assert.equal(await page.locator("thead").isVisible(), false);
  assert.ok(await cell.locator(".range").isVisible(), "the range is told in words");
  assert.equal(await page.getByRole("columnheader", { includeHidden: true }).count(), 6);
});

test("every row of every matrix is as wide as its head", async (t) => {
  const page = await blank(t);
  for (const file of files.filter((file) => file.endsWith("/matrix.html"))) {
    await page.goto(site + file);
    const odd = await page.evaluate(() => {
      const width = document.querySelectorAll("thead th").length;
      return [...document.querySelectorAll(".matrix tbody tr")].filter((row) => {
        const own = [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0);
        return own !== (row.querySelector("th") ? width : width - 2);
      }).length;
    });
    assert.equal(odd, 0, file);
  }
});

test("a sign says its range in words, that it is no score, what follows and why, and whom to ring", async (t) => {
  const page = await open(t, site + kinds["a sign"]);
  const text = await page.locator("article").innerText();
  assert.match(text, /Can point to levels 2 to 4/);
  assert.match(text, /never a score/);
  assert.match(text, /Ordinary explanation\s+An old handset/);
  assert.match(await page.locator("article").textContent(), /If you decide on level 4/);
  for (const name of ["Whom to ring", "Whatever the level", "If it is level 4", "If it is level 2"]) {
    assert.ok(await page.getByRole("heading", { name, exact: true }).first().isVisible(), name);
  }
  assert.equal(await page.locator(".steps-of-levels .inside").count(), 3);
  assert.ok(await page.locator(".routes a[href^='tel:']").first().isVisible());
});

test("a strength points to no level", async (t) => {
  const page = await open(t, site + kinds["a strength"]);
  assert.equal(await page.locator(".range-box").count(), 0);
});

test("a sign tells the cases that show it, with the episode", async (t) => {
  const page = await blank(t);
  const shown = files.filter((file) => file.includes("/signs/") && readFileSync(join(folder, file), "utf8").includes("sign-cases"));
  assert.notEqual(shown.length, 0);
  await page.goto(site + shown[0]);
  const episode = page.locator("#sign-cases + ul a[href*='#']").first();
  await episode.click();
  await page.locator(":target").waitFor();
});

test("the register shows one agency's duties, and everything again", async (t) => {
  const page = await open(t, site + kinds["the register of duties"]);
  const shown = () => page.locator("[data-duty]:visible").count();
  const all = await shown();
  await page.getByLabel("Agency", { exact: true }).selectOption("police");
  const police = await shown();
  assert.ok(police > 0 && police < all);
  assert.match(await page.getByRole("status").innerText(), new RegExp(`^${police} entr.*Police`));
  const agencies = await page.locator("[data-duty]:visible").evaluateAll((entries) => entries.map((entry) => entry.dataset.agencies));
  assert.ok(agencies.every((own) => /\b(police|anyone|all-agencies)\b/.test(own)));
  const first = () => page.locator(".agency:visible").first().getAttribute("aria-labelledby");
  assert.equal(await first(), "lead-police", "what the agency leads stands first");
  await page.getByLabel("Strength").selectOption("must");
  assert.ok((await shown()) < police);
  assert.equal(new URL(page.url()).search, "");
  await page.getByRole("button", { name: "Show all" }).click();
  await page.waitForFunction((count) => [...document.querySelectorAll("[data-duty]")].filter((entry) => entry.checkVisibility()).length === count, all);
  assert.notEqual(await first(), "lead-police", "everything stands in its own order again");
});

test("without JavaScript the register stands by agency, without a filter that does nothing", async (t) => {
  const page = await open(t, site + kinds["the register of duties"], { javaScriptEnabled: false });
  assert.equal(await page.locator(".filter-bar").isVisible(), false);
  assert.ok(await page.getByRole("heading", { name: "Police", exact: true }).isVisible());
  await page.locator(".jump a").first().click();
  assert.match(page.url(), /#lead-/);
});

test("the register as CSV has one header, a line an entry, and no cell that a spreadsheet would run", async (t) => {
  const page = await open(t, site + kinds["the register of duties"]);
  const entries = await page.locator("[data-duty]").count();
  const csv = readFileSync(join(folder, `${england}/duties.csv`), "utf8");
  assert.ok(csv.startsWith("\ufeffId,Duty,Action,When,Lead,"), "with the mark by which spreadsheets know the letters");
  const lines = csv.split("\r\n");
  assert.equal(lines.pop(), "");
  assert.equal(lines.length, entries + 1);
  assert.ok(!/(^|,)"?[=+@-]/m.test(csv));
  assert.match(csv, /^s47-enquiry,Must,/m);
});

test("a comparison marks changed words with elements, lines and words that are read aloud", async (t) => {
  const page = await open(t, site + kinds["a comparison of national and local"]);
  const mark = page.locator("td ins").first();
  assert.match(await mark.textContent(), /^\[put in: .+\]$/);
  assert.match(await mark.evaluate((element) => getComputedStyle(element).textDecorationLine), /underline/);
  assert.match(await page.locator("td del").first().evaluate((element) => getComputedStyle(element).textDecorationLine), /line-through/);
  assert.ok(await page.getByText("The same in both").first().isVisible());
  assert.ok(await page.getByRole("heading", { name: /^Only in / }).first().isVisible());
});

test("a local change stands beside the national text with its reason, who decided and when", async (t) => {
  const page = await open(t, site + kinds["a local framework"]);
  const change = page.locator(".local", { has: page.locator(".pairs") }).first();
  assert.deepEqual(await change.locator("thead th").allInnerTexts(), ["Part", "National text", "Exampleshire (fictional)"]);
  for (const name of ["Why", "Decided"]) assert.ok(await change.getByText(name, { exact: true }).isVisible());
  await page.setViewportSize(narrow);
  const side = await change.locator("td").first().evaluate((cell) => getComputedStyle(cell, "::before").content);
  assert.equal(side, '"National text"');
});

test("a framework leads to its pages, and its signs stand in it from A to Z", async (t) => {
  const page = await open(t, `${site}${england}.html`);
  for (const [name, end] of [["Navigator", "navigator.html"], ["Signs by level", "matrix.html"], ["Who does what", "duties.html"]]) {
    assert.match(await page.locator(".ways").getByRole("link", { name }).getAttribute("href"), new RegExp(`${end}$`));
  }
  const signs = await page.locator("#framework-signs ~ .signs > li").count();
  assert.equal(signs, files.filter((file) => file.startsWith(`${england}/signs/`)).length);
});

test("a duty says what to fill in and write down, when one hears of it, and what to do if one does not agree", async (t) => {
  const page = await open(t, `${site}${england}/duties.html`);
  const facts = (id) => page.locator(`#${id} .duty-facts`).innerText();
  assert.match(await facts("refer-now"), /Write down:?\s+Whom you rang/);
  assert.match(await facts("refer-now"), /Feedback due:?\s+within 1 working day of receiving the referral/);
  assert.match(await facts("notify-possible-victim"), /Form:?\s+Referral to the national referral mechanism/);
  await page.locator("#strategy-discussion").getByRole("link", { name: "A strategy discussion is not held" }).click();
  assert.match(page.url(), /england-exploitation\.html#ladder-no-strategy-discussion$/);
  const heading = page.getByRole("heading", { name: "A strategy discussion is not held" });
  assert.ok(await heading.isVisible());
  assert.match(await page.locator("#ladder-no-strategy-discussion + ol").innerText(), /ask for the reason in writing/);
  const line = readFileSync(join(folder, `${england}/duties.csv`), "utf8").split("\r\n").find((one) => one.startsWith("strategy-discussion,"));
  assert.match(line, /1\. Say which signs give reasonable cause/);
});

test("a local ladder stands beside the national one", async (t) => {
  const page = await open(t, `${site}thresholds/exampleshire.html`);
  const own = page.locator("#framework-escalation + ol");
  assert.match(await own.innerText(), /Named person of the Exampleshire partnership/);
  const national = page.locator("#framework-escalation + ol + details");
  await national.locator("summary").click();
  assert.match(await national.innerText(), /Senior managers read both records/);
});

test("a sign that counts for some time says from when and until when, and afterwards that it counts no longer", async (t) => {
  const sign = `${site}thresholds/exampleshire/signs/ex-ferry-arcade.html`;
  const page = await open(t, sign);
  assert.match(await page.locator("article").innerText(), /Used from\s+1 December 2026\s+Used until\s+14 November 2027/);
  const early = async (day) => (await open(t, sign, { day })).locator(".sign-early").isVisible();
  assert.equal(await early("2026-11-30"), true);
  assert.equal(await early("2026-12-01"), false);
  const ended = async (day) => (await open(t, sign, { day })).locator(".sign-ended").isVisible();
  assert.equal(await ended("2027-11-14"), false);
  assert.equal(await ended("2027-11-15"), true);
});
