// The deadline calculator: dates worked out on the page, by keyboard, from disk, at any width, and nothing kept.
import assert from "node:assert/strict";
import axe from "axe-core";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { blank, desk, open, phone } from "./chromium.mjs";
import { none } from "./none.mjs";
import { serve } from "./server.mjs";
import { folder } from "./site.mjs";

const site = await serve();
const address = `${site}timescales.html`;
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const narrow = { width: 320, height: 640 };

/** Chooses a timescale and enters when it started. */
async function enter(page, id, day, month, year, time) {
  await page.getByLabel("What has to be done").selectOption(id);
  await page.getByLabel("Day", { exact: true }).fill(day);
  await page.getByLabel("Month").fill(month);
  await page.getByLabel("Year").fill(year);
  if (time) await page.getByLabel(/^Time/).fill(time);
  await page.getByRole("button", { name: "Work it out" }).click();
}

const result = (page) => page.locator(".deadline-result").innerText();

async function faults(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: "tag", values } }), tags);
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target}: ${node.failureSummary}`));
}

test("working days leave out weekends and the bank holidays of the nation, and name them", async (t) => {
  const page = await open(t, address);
  await enter(page, "assessment", "23", "11", "2026");
  const said = await result(page);
  assert.match(said, /^Due by Thursday 28 January 2027\n/);
  assert.match(said, /Christmas Day \(Friday 25 December 2026\), Boxing Day \(substitute day\) \(Monday 28 December 2026\), New Year's Day/);
});

test("hours run by the clock, and ask for the time", async (t) => {
  const page = await open(t, address);
  await enter(page, "return-home-interview", "5", "6", "2026", "22:30");
  assert.match(await result(page), /^Due by 22:30 on Monday 8 June 2026\n/);
});

test("hours are as many as they say when the clocks go back or forward on the way", async (t) => {
  const page = await open(t, address);
  await enter(page, "return-home-interview", "24", "10", "2026", "20:00");
  assert.match(await result(page), /^Due by 19:00 on Tuesday 27 October 2026\n/);
  await enter(page, "return-home-interview", "27", "3", "2027", "20:00");
  assert.match(await result(page), /^Due by 21:00 on Tuesday 30 March 2027\n/);
});

test("before and beyond the bank holidays that are known no date is given", async (t) => {
  const page = await open(t, address);
  await enter(page, "assessment", "24", "12", "2019");
  assert.match(await result(page), /are known here from Wednesday 1 January 2025 to/);
  await enter(page, "assessment", "1", "12", "2027");
  assert.match(await result(page), /known here from Wednesday 1 January 2025 to Friday 31 December 2027 only, so no date can be given/);
});

test("a wrong date is told in a summary that leads to the field, and at the field", async (t) => {
  const page = await open(t, address);
  for (const [day, month, year, said] of [
    ["", "", "", "Enter the date on which the count started"],
    ["1", "", "2026", "The date must include a month"],
    ["x", "1", "2026", "The day must be a number"],
    ["31", "2", "2026", "The date must be a real date"],
    ["1", "2", "26", "The year must have four numbers"],
  ]) {
    await enter(page, "assessment", day, month, year);
    assert.equal(await page.locator(".deadline-errors li").innerText(), said);
    assert.equal(await page.locator(".deadline-error").innerText(), said);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.part), "errors");
    assert.match(await page.title(), /^Error: /);
    assert.equal(await result(page), "");
  }
  await page.locator(".deadline-errors a").click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "deadline-year");
});

test("a time of the twelve-hour clock is asked for anew and never cut short", async (t) => {
  const page = await open(t, address);
  await page.getByLabel("What has to be done").selectOption("return-home-interview");
  await page.getByLabel("Time, 24-hour clock").fill("10.30pm");
  await enter(page, "return-home-interview", "23", "12", "2026");
  assert.match(await page.locator(".deadline-errors li").innerText(), /24-hour clock/);
  assert.equal(await result(page), "");
});

test("the keyboard alone is enough", async (t) => {
  const page = await open(t, `${address}#assessment`);
  await page.getByLabel("What has to be done").focus();
  for (const keys of ["23", "11", "2026"]) {
    await page.keyboard.press("Tab");
    await page.keyboard.type(keys);
  }
  await page.keyboard.press("Enter");
  assert.match(await result(page), /^Due by Thursday 28 January 2027/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Clear");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector(".deadline-result").textContent === "");
  assert.equal(await page.getByLabel("Year").inputValue(), "");
});

test("from disk it answers alike, without a word in the console", async (t) => {
  const page = await blank(t);
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  await page.goto(pathToFileURL(join(folder, "timescales.html")).href);
  await enter(page, "referral-decision", "2", "4", "2026");
  assert.match(await result(page), /^Due by Tuesday 7 April 2026\n/);
  none(said);
});

test("axe finds no fault and nothing sticks out, empty, with a result and with an error", async (t) => {
  for (const viewport of [phone, desk, narrow]) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await open(t, address, { viewport, colorScheme });
      const look = async (state) => {
        none((await faults(page)).map((fault) => `${state}, ${viewport.width} px, ${colorScheme}: ${fault}`));
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), `${state}: the page is too wide at ${viewport.width} px`);
      };
      await look("empty");
      await enter(page, "assessment", "23", "11", "2026");
      await look("with a result");
      await enter(page, "assessment", "99", "11", "2026");
      await look("with an error");
    }
  }
});

test("nothing is kept, asked for or left behind", async (t) => {
  const page = await blank(t);
  const asked = [];
  await page.goto(address, { waitUntil: "networkidle" });
  page.on("request", (request) => asked.push(request.url()));
  await enter(page, "assessment", "23", "11", "2026");
  assert.equal(page.url(), address);
  none(asked);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
  await page.goto(`${site}index.html`);
  await page.goBack();
  assert.equal(await page.getByLabel("Year").inputValue(), "");
});

test("without JavaScript the timescales and bank holidays are there, and no empty form", async (t) => {
  const page = await open(t, address, { javaScriptEnabled: false });
  assert.ok(await page.getByRole("heading", { name: "Complete the assessment" }).isVisible());
  assert.ok(await page.locator(".deadline noscript p").isVisible());
  assert.ok(!(await page.getByRole("button", { name: "Work it out" }).isVisible()));
});
