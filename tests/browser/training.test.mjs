// Case studies and their training packs: warnings first, one sheet for the briefing, forty-five minutes for the exercise,
// slides that turn with the arrow keys and hold nobody fast.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { blank, open } from "./chromium.mjs";
import { none } from "./none.mjs";
import { serve } from "./server.mjs";
import { folder, pages } from "./site.mjs";

const site = await serve();
const off = { javaScriptEnabled: false };
/** Every case study that has a pack, as the address of its folder. */
const cases = pages.filter((page) => /^case-studies\/.+\/slides\.html$/.test(page)).map((page) => page.replace(/slides\.html$/, ""));
const parts = ["briefing.html", "exercise.html", "handouts.html", "slides.html"];
const one = "case-studies/borrowed-phone/";

/** How many sheets a page has in print, with the paper that its style sheet asks for. */
async function sheets(page) {
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
}

test("the demonstration has case studies with packs", () => assert.ok(cases.length >= 5, cases.join()));

test("every briefing fits one sheet of A4", async (t) => {
  const page = await blank(t);
  const faults = [];
  for (const address of cases) {
    await page.goto(`${site}${address}briefing.html`);
    const count = await sheets(page);
    if (count !== 1) faults.push(`${address}briefing.html takes ${count} sheets`);
  }
  none(faults);
});

test("every slide has a sheet of its own, and no slide needs two", async (t) => {
  const page = await blank(t);
  const faults = [];
  for (const address of cases) {
    await page.goto(`${site}${address}slides.html`);
    const [slides, count] = [await page.locator(".slide").count(), await sheets(page)];
    if (slides !== count) faults.push(`${address}slides.html: ${slides} slides take ${count} sheets`);
  }
  none(faults);
});

test("every handout begins on a new sheet", async (t) => {
  const page = await blank(t);
  await page.emulateMedia({ media: "print" });
  for (const address of cases) {
    await page.goto(`${site}${address}handouts.html`);
    const breaks = await page.locator(".handout + .handout").evaluateAll((all) => all.map((one) => getComputedStyle(one).breakBefore));
    assert.ok(breaks.every((value) => value === "page"), `${address}: ${breaks}`);
    assert.ok((await sheets(page)) > breaks.length, address);
  }
});

test("each page of a pack says what the case includes and whose story it is, before anything of the story", async (t) => {
  const page = await blank(t, off);
  const faults = [];
  for (const address of cases) {
    for (const part of parts) {
      await page.goto(site + address + part);
      const note = await page.locator(".warnings .provenance").innerText();
      if (!/fictional|changed|put together/.test(note)) faults.push(`${address}${part}: ${note}`);
      const isFirst = await page.evaluate(() => {
        const follows = Node.DOCUMENT_POSITION_FOLLOWING;
        return Boolean(document.querySelector(".warnings").compareDocumentPosition(document.querySelector("article")) & follows);
      });
      if (!isFirst) faults.push(`${address}${part}: the warnings come late`);
    }
    await page.goto(`${site}${address}slides.html`);
    const [slides, notes] = [await page.locator(".slide").count(), await page.locator(".slide .provenance").count()];
    if (slides !== notes) faults.push(`${address}slides.html: ${notes} of ${slides} slides say whose story it is`);
  }
  none(faults);
});

test("the steps of every exercise follow each other and end after 45 minutes", async (t) => {
  const page = await blank(t, off);
  for (const address of cases) {
    await page.goto(`${site}${address}exercise.html`);
    const steps = (await page.locator(".plan .minutes").allInnerTexts()).map((text) => /^(\d+) to (\d+)/.exec(text).slice(1).map(Number));
    let end = 0;
    for (const [from, to] of steps) {
      assert.equal(from, end, `${address}: ${steps}`);
      end = to;
    }
    assert.equal(end, 45, `${address}: ${steps}`);
  }
});

test("what participants read gives no discussion away; the notes of the person who leads have it folded", async (t) => {
  const page = await open(t, `${site}${one}exercise.html`);
  assert.equal(await page.locator("section:has(> #participants) details").count(), 0);
  const discussions = page.locator("section:has(> #facilitator) details");
  assert.equal(await discussions.count(), await page.locator("section:has(> #participants) .decision").count());
  assert.equal(await discussions.first().locator(".details-body").isVisible(), false);
  const answer = (await discussions.first().locator(".details-body p").first().textContent()).slice(0, 60);
  assert.ok(!(await page.locator("section:has(> #participants)").innerText()).includes(answer));
  assert.match(await page.locator("section:has(> #facilitator)").innerText(), /Anyone may step out/);
  await page.goto(`${site}${one}handouts.html`);
  assert.ok(!(await page.locator("article").innerText()).includes(answer));
});

test("a handout shows the timeline without what was known later, and signs without a count", async (t) => {
  const page = await open(t, `${site}${one}handouts.html`);
  const text = await page.locator("article").innerText();
  assert.ok(!/Known to|Seen as|What was done|Why it made sense/.test(text), text);
  assert.match(text, /never added up/);
});

/** Where the slides stand: the one that the address names, and whether it has the focus and stands at the head. */
const standing = (page) => page.evaluate(() => {
  const slide = document.querySelector(location.hash || ".none");
  const top = slide && Math.round(slide.getBoundingClientRect().top);
  return { hash: location.hash, focused: document.activeElement === slide, top };
});

for (const [door, base] of Object.entries({ "a server": site, disk: `${pathToFileURL(join(folder, "/"))}` })) {
  test(`from ${door} the arrow keys turn the slides, and Home and End lead to the ends`, async (t) => {
    const page = await open(t, `${base}${one}slides.html`);
    const count = await page.locator(".slide").count();
    const strip = (await page.locator(".strip").boundingBox()).height;
    const before = await page.evaluate(() => history.length);
    const turns = [["ArrowRight", 1], ["ArrowRight", 2], ["ArrowRight", 3], ["ArrowLeft", 2], ["End", count], ["ArrowRight", count], ["ArrowLeft", count - 1], ["Home", 1], ["ArrowLeft", 1]];
    for (const [key, to] of turns) {
      await page.keyboard.press(key);
      await page.waitForFunction((hash) => location.hash === hash, `#slide-${to}`);
      const { focused, top } = await standing(page);
      assert.ok(focused, `${key} leads the focus to slide ${to}`);
      if (to < count - 1) assert.ok(top >= strip - 1 && top < strip + 12, `slide ${to} stands under the strip: ${top}`);
      assert.ok(await page.locator(`#slide-${to} .position`).isVisible());
      assert.equal(await page.locator(`#slide-${to} .position`).innerText(), `${to} of ${count}`);
    }
    assert.equal(await page.evaluate(() => history.length), before, "Back leads out of the slides");
  });
}

test("the slides hold nobody fast: Tab goes on to links and out to the footer, and keys keep their meaning in the search box", async (t) => {
  const page = await open(t, `${site}${one}slides.html`);
  await page.keyboard.press("End");
  const reached = [];
  for (let at = 0; at < 6; at += 1) {
    await page.keyboard.press("Tab");
    reached.push(await page.evaluate(() => Boolean(document.activeElement.closest(".site-footer"))));
  }
  assert.ok(reached.includes(true), "Tab reaches the footer from the last slide");
  await page.locator(".search input").focus();
  await page.keyboard.type("debt");
  const hash = (await standing(page)).hash;
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Home");
  assert.equal((await standing(page)).hash, hash, "no slide turns while somebody writes");
});

test("with a key held down that means something else, no slide turns", async (t) => {
  const page = await open(t, `${site}${one}slides.html#slide-2`);
  for (const chord of ["Shift+ArrowRight", "Control+ArrowRight"]) {
    await page.keyboard.press(chord);
    assert.equal((await standing(page)).hash, "#slide-2", chord);
  }
});

test("without JavaScript the slides are one long page, and their links lead on and back", async (t) => {
  const page = await open(t, `${site}${one}slides.html`, off);
  await page.getByRole("link", { name: "Start" }).click();
  assert.match(page.url(), /#slide-1$/);
  await page.locator("#slide-1 a[rel=next]").click();
  await page.locator("#slide-2 a[rel=next]").click();
  assert.match(page.url(), /#slide-3$/);
  await page.locator("#slide-3 a[rel=prev]").click();
  assert.match(page.url(), /#slide-2$/);
  await page.locator(".slide summary").first().click();
  assert.ok(await page.locator(".slide .details-body").first().isVisible());
});

test("the case study asks before it tells, links each sign that was missed, and leads to its pack", async (t) => {
  const page = await open(t, `${site}case-studies/borrowed-phone.html`);
  const discussion = page.locator(".decision details").first();
  assert.equal(await discussion.locator(".details-body").isVisible(), false);
  await discussion.locator("summary").focus();
  await page.keyboard.press("Enter");
  assert.ok(await discussion.locator(".details-body").isVisible());
  const signs = page.locator("#case-signs ~ .shown-signs > li");
  assert.ok((await signs.count()) >= 5);
  assert.equal(await signs.locator("a").first().getAttribute("href").then((href) => href.includes("/signs/")), true);
  assert.deepEqual(await page.locator(".pack .entry-title").evaluateAll((all) => all.map((link) => link.getAttribute("href"))),
    parts.map((part) => `borrowed-phone/${part}`.replace(/^/, "../case-studies/")));
});

test("no link of a pack begins at the root of a host", async (t) => {
  const page = await blank(t, off);
  for (const part of parts) {
    await page.goto(site + one + part);
    const links = await page.locator("main a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    none(links.filter((href) => href.startsWith("/") || (/^[a-z]+:/.test(href) && !/^(https|mailto|tel):/.test(href))));
  }
});
