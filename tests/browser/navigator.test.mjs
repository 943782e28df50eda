// The navigator: from what somebody has seen to what is to be done, without a score and without a trace.
import assert from "node:assert/strict";
import axe from "axe-core";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { blank, desk, open, phone } from "./chromium.mjs";
import { none } from "./none.mjs";
import { serve } from "./server.mjs";
import { files, folder } from "./site.mjs";

const site = await serve();
const disk = `${pathToFileURL(folder)}/`;
const path = "thresholds/england-exploitation/navigator.html";
const address = site + path;
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const narrow = { width: 320, height: 640 };
const phoneSign = "A second phone, or a phone that rings all the time and causes fear";
const debtSign = "Says that money is owed and must be paid";

/** Chooses a sign by its words, opening its part of life first. */
async function choose(page, ...names) {
  for (const name of names) {
    const field = page.locator(".choices label", { hasText: name }).locator("input");
    await field.evaluate((input) => { input.closest("details").open = true; });
    await field.check();
  }
}

const chosen = (page) => page.locator(".chosen > li");
const owed = (page, strength) => page.locator(`.follows .duty-${strength}`);
const sheets = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;

async function faults(page) {
  const { violations } = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: "tag", values } }), tags);
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target}: ${node.failureSummary}`));
}

test("danger now comes before all else, and what a family decides is nothing that the reader does", async (t) => {
  const page = await open(t, address);
  await choose(page, "Self-harm, or talk of not wanting to live", phoneSign);
  const yours = page.locator("[data-part=yours]");
  assert.match(await yours.locator("li.duty").first().innerText(), /Ring 999/);
  assert.doesNotMatch(await yours.innerText(), /Accept or decline the support/);
});

test("a chosen sign tells its range, and what must, should and may be done, by whom, by when and why", async (t) => {
  const page = await open(t, address);
  await choose(page, phoneSign);
  assert.match(await chosen(page).innerText(), /Can point to levels 2 to 4/);
  assert.match(await chosen(page).innerText(), /Ordinary explanation: An old handset/);
  await page.locator(".follows details").evaluateAll((folds) => folds.forEach((fold) => { fold.open = true; }));
  const enquiry = owed(page, "must").filter({ hasText: "Make enquiries where there is reasonable cause" });
  const said = (await enquiry.innerText()).replace(/\s+/g, " ");
  assert.match(said, /Must Local authority \(social worker\)/);
  assert.match(said, /When:? At level 4/);
  assert.match(said, /With:? Police, Health, Education/);
  assert.match(said, /section 47, Children Act 1989 \(England and Wales; as at \d+ \w+ \d{4}\)/, "law has its Act, nation and day");
  assert.match(said, /Ring:? Children's social care/);
  assert.match(await enquiry.getByRole("link", { name: "section 47" }).getAttribute("href"), /legislation\.html#children-act-1989-s47$/);
  for (const strength of ["should", "may", "do-not"]) assert.notEqual(await owed(page, strength).count(), 0, strength);
  assert.match(await owed(page, "should").filter({ hasText: "Complete an assessment" }).innerText(), /within 45 working days/);
  assert.ok(await page.locator(".routes a[href^='tel:']").first().isVisible(), "whom to ring");
});

test("what leads to a response whatever the level says so, and comes first", async (t) => {
  const page = await open(t, address);
  await choose(page, debtSign);
  const yours = await page.locator("[data-part=yours] .duty").allInnerTexts();
  assert.match(yours[0], /Ring 999/, "danger now waits for nothing");
  assert.match(yours[1], /Whatever the level/);
  const headings = await page.locator("[data-group-of]:not([hidden]) > summary").allInnerTexts();
  assert.equal(headings[0], "Whatever the level");
  const highest = headings.slice(1).map((heading) => Number(heading.match(/\d+/g).pop()));
  assert.deepEqual(highest, highest.toSorted((a, b) => b - a), "the most urgent level first");
});

test("the first screen of a phone says whom to ring and what to do at once, and the rest is folded", async (t) => {
  const page = await open(t, address, { viewport: { width: 390, height: 1800 } });
  await choose(page, phoneSign);
  await page.getByRole("link", { name: "See what follows" }).click();
  const seen = page.locator(".follows .contact-phone, .follows [data-part=yours] .duty").first();
  assert.match(await seen.innerText(), /999/);
  assert.match(await page.locator("[data-part=yours] .duty").first().innerText(), /at once/);
  assert.ok(await page.locator("[data-part=yours] .duty").nth(1).evaluate((duty) => duty.getBoundingClientRect().bottom < 1800));
  assert.equal(await page.locator("[data-group-of] .duty:visible").count(), 0);
  const last = page.locator("[data-group-of='4-4'] .duty").last();
  assert.match(await last.textContent(), /dies or is seriously harmed/, "a death or serious harm is told last");
  assert.ok((await page.locator(".follows").evaluate((part) => part.offsetHeight)) < 5000);
});

test("what others do can be narrowed to one agency, and Clear forgets it", async (t) => {
  const page = await open(t, address);
  await choose(page, phoneSign);
  const others = page.locator("[data-group-of] .duty");
  const all = await others.count();
  await page.getByLabel("Show the part of").selectOption("police");
  assert.ok((await others.count()) < all);
  const agencies = await others.evaluateAll((entries) => entries.map((entry) => entry.dataset.agencies));
  assert.ok(agencies.every((own) => /\b(police|anyone|all-agencies)\b/.test(own)));
  await page.getByRole("button", { name: "Clear" }).click();
  assert.equal(await page.getByLabel("Show the part of", { exact: true }).inputValue(), "");
});

test("each response stands once, however many signs ask for it", async (t) => {
  const page = await open(t, address);
  await choose(page, phoneSign, debtSign);
  const ids = await page.locator(".follows [data-duty]").evaluateAll((entries) => entries.map((entry) => entry.dataset.duty));
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(await chosen(page).count(), 2);
});

test("nothing is counted, summed or ranked, and the page says that judgement decides", async (t) => {
  const page = await open(t, address);
  await choose(page, phoneSign, debtSign);
  const text = await page.locator("main").innerText();
  assert.match(text, /There is no score here: nothing is added up, and no child is ranked/);
  assert.match(text, /professional judgement/i);
  const said = await page.locator(".choose, .navigator-said, [data-part=chosen]").allInnerTexts();
  const bare = said.join("\n").replace(/levels? \d( to \d)?/gi, "").split("\n").filter((line) => /\b(score|total|points|signs? chosen|risk level)\b|\d+ (signs?|of)\b/i.test(line));
  none(bare);
});

test("a live region tells what was added and removed, politely", async (t) => {
  const page = await open(t, address);
  const status = page.locator(".follows [role=status]");
  await choose(page, phoneSign);
  assert.match(await status.innerText(), /^Added: A second phone.*can point to levels 2 to 4/);
  await page.getByRole("button", { name: `Remove ${phoneSign}` }).click();
  assert.match(await status.innerText(), /^Removed: A second phone.*Nothing is chosen/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "choose-title");
});

test("the list narrows by part of life, harm, age and place, and keeps what is chosen", async (t) => {
  const page = await open(t, address);
  await choose(page, phoneSign);
  const shown = () => page.locator(".choices fieldset > div:not([hidden])").count();
  const all = await shown();
  for (const [filter, choice] of [["domain", "Online"], ["harms", "Radicalisation"], ["ages", "5 to 9"], ["settings", "Custody"]]) {
    const box = page.locator(`fieldset[data-filter=${filter}]`);
    await box.evaluate((fieldset) => { fieldset.closest("details").open = true; });
    const field = box.locator("label", { hasText: choice }).locator("input").first();
    await field.check();
    assert.ok((await shown()) < all, filter);
    assert.ok(await page.locator(".choices label", { hasText: phoneSign }).isVisible(), "what is chosen stays");
    await field.uncheck();
    assert.equal(await shown(), all);
  }
});

test("an age that is chosen leaves out what is for other ages", async (t) => {
  const page = await open(t, address);
  await choose(page, debtSign);
  const under = page.locator(".follows dd", { hasText: "A child of this age can never agree" });
  assert.notEqual(await under.count(), 0);
  await page.locator("fieldset[data-filter=ages]").evaluate((fieldset) => { fieldset.closest("details").open = true; });
  await page.locator("fieldset[data-filter=ages] label", { hasText: "16 to 17" }).locator("input").check();
  assert.equal(await under.count(), 0);
});

test("Clear empties everything", async (t) => {
  const page = await open(t, address);
  await choose(page, phoneSign, debtSign);
  await page.getByRole("button", { name: "Clear" }).click();
  assert.equal(await page.locator("input:checked").count(), 0);
  assert.equal(await chosen(page).count(), 0);
  assert.equal(await owed(page, "must").count(), 0);
  assert.match(await page.locator(".navigator-said").innerText(), /Cleared/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "choose-title");
});

for (const [door, start] of Object.entries({ "a server": site, disk })) {
  test(`nothing is stored, sent or put into the address, and it is gone on reload and on coming back, from ${door}`, async (t) => {
    const page = await blank(t);
    const requests = [];
    const noises = [];
    page.on("console", (message) => noises.push(message.text()));
    page.on("pageerror", (error) => noises.push(error.message));
    await page.goto(start + path);
    page.on("request", (request) => request.url().endsWith(".svg") || requests.push(request.url()));
    const url = page.url();
    await choose(page, phoneSign);
    await page.getByRole("link", { name: "See what follows" }).click();
    assert.equal(await page.evaluate(() => document.activeElement.id), "follows");
    await page.locator(".choices input:checked").press("Enter");
    assert.equal(page.url(), url);
    none(requests);
    const kept = () => page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length, history.state]);
    if (door !== "disk") assert.deepEqual(await kept(), ["", 0, 0, null]);
    await page.reload();
    assert.equal(await page.locator("input:checked").count(), 0);
    await choose(page, phoneSign);
    await page.goto(`${start}index.html`);
    await page.goBack();
    await page.locator(".choices input").first().waitFor({ state: "attached" });
    assert.equal(await page.locator("input:checked").count(), 0);
    assert.equal(await chosen(page).count(), 0);
    none(noises);
  });
}

test("it can be used by keyboard alone, and one sees where one is", async (t) => {
  const page = await open(t, address);
  await page.locator("#choose-title").focus();
  const active = () => page.evaluate(() => document.activeElement.outerHTML.slice(0, 80));
  const tabTo = async (fits) => {
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(fits)) return;
    }
    assert.fail(`not reached; the focus is on ${await active()}`);
  };
  await tabTo(() => document.activeElement.matches(".choices summary"));
  await page.keyboard.press("Enter");
  await tabTo(() => document.activeElement.matches(".choices input"));
  await page.keyboard.press("Space");
  assert.equal(await chosen(page).count(), 1);
  const covered = await page.evaluate(() => {
    const { left, top, width, height } = document.activeElement.getBoundingClientRect();
    return !document.activeElement.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
  assert.equal(covered, false);
  await tabTo(() => document.activeElement.textContent === "See what follows");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "follows");
  await tabTo(() => document.activeElement.matches(".chosen button"));
  await page.keyboard.press("Enter");
  assert.equal(await chosen(page).count(), 0);
});

test("axe finds no fault, empty and with signs chosen, on a phone and on a desk, light and dark", async (t) => {
  const page = await open(t, address);
  await page.evaluate(axe.source);
  for (const full of [false, true]) {
    if (full) await choose(page, phoneSign, debtSign);
    for (const viewport of [phone, desk]) {
      for (const colorScheme of ["light", "dark"]) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        none((await faults(page)).map((fault) => `${viewport.width} px, ${colorScheme}, ${full}: ${fault}`));
      }
    }
  }
});

test("it fits 320 px and text of twice the size", async (t) => {
  const page = await open(t, address, { viewport: narrow });
  await choose(page, phoneSign, debtSign);
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(await wide(), 0);
  await page.setViewportSize(desk);
  await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
  assert.ok((await wide()) <= 0);
});

test("without JavaScript the page is the full matrix with everything that may follow", async (t) => {
  const page = await open(t, address, { javaScriptEnabled: false });
  assert.equal(await page.locator(".choose").isVisible(), false);
  const signs = files.filter((file) => file.startsWith("thresholds/england-exploitation/signs/")).length;
  assert.equal(await page.locator(".matrix [data-sign]:visible").count(), signs);
  assert.ok(await page.getByText("Make enquiries where there is reasonable cause").isVisible());
  assert.ok(await page.locator(".routes a[href^='tel:']").first().isVisible());
  assert.ok(await page.getByText("There is no score here").isVisible());
});

// The poster says what the reader does and what others must do. The more signs, the smaller it is set.
const everyNth = (n) => async (page) => {
  const labels = await page.locator(".choices label > span").evaluateAll((spans) => spans.map((span) => span.firstChild.textContent));
  return labels.filter((_, at) => at % n === 0);
};
for (const [what, named] of Object.entries({
  "nothing chosen": async () => [],
  "signs chosen": async () => [phoneSign, debtSign, "Missing overnight", "Self-harm, or talk of not wanting to live"],
  "one sign in twelve chosen": everyNth(12),
  "one sign in six chosen": everyNth(6),
})) {
  test(`printed it is a poster on one sheet of A4, with ${what}`, async (t) => {
    const page = await open(t, address);
    const names = await named(page);
    await choose(page, ...names);
    assert.equal(sheets(await page.pdf({ format: "A4" })), 1);
    await page.emulateMedia({ media: "print" });
    for (const selector of ["h1", ".judgement", ".poster-levels .level", ".routes .contact-phone", ".danger"]) {
      assert.ok(await page.locator(selector).first().isVisible(), selector);
    }
    assert.equal(await page.locator(".chosen > li:visible").count(), names.length);
    const ranges = page.locator(".chosen b", { hasText: /level/ });
    assert.equal(await ranges.filter({ visible: true }).count(), await ranges.count());
    for (const place of ["[data-part=yours] .duty", "[data-group-of] .duty-must"]) {
      const duties = page.locator(place);
      assert.equal(await duties.first().isVisible(), names.length > 0, place);
      assert.equal(await duties.filter({ visible: true }).count(), await duties.count(), place);
    }
    assert.equal(await page.locator(".choose").isVisible(), false);
    assert.match(await page.locator(".print-line").innerText(), /Edition .+ · \d+ \w+ \d{4} · https:\/\/.+navigator\.html/);
  });
}

test("a sign is offered on the days on which it counts, whatever day the copy was built", async (t) => {
  const local = new URL("../exampleshire/navigator.html", address).href;
  const offered = async (day) => (await open(t, local, { day })).locator("#sign-ex-ferry-arcade").count();
  assert.equal(await offered("2026-11-30"), 0);
  assert.equal(await offered("2026-12-01"), 1);
  assert.equal(await offered("2027-11-14"), 1);
  assert.equal(await offered("2027-11-15"), 0);
});
