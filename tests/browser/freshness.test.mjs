// A copy says by itself, with no network, that the day has passed by which it was to be checked.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { built, open } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { folder, kinds } from "./site.mjs";

const doors = { "over HTTP": await serve(), "from disk": `${pathToFileURL(folder)}/` };

const dayAfter = (day) => new Date(Date.parse(day) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

for (const [door, site] of Object.entries(doors)) {
  const guidance = site + kinds["a guidance page"];

  test(`${door} a page says that it may be out of date from the day after its review was due`, async (t) => {
    const fresh = await open(t, guidance);
    const due = await fresh.locator("article").getAttribute("data-review-by");
    assert.ok(built < due, "the demonstration site is built while its pages are fresh");
    const shown = async (day) => (await open(t, guidance, { day })).locator("[data-overdue]").isVisible();
    assert.equal(await fresh.locator("[data-overdue]").isVisible(), false);
    assert.equal(await shown(due), false);
    assert.equal(await shown(dayAfter(due)), true);
  });

  test(`${door} a contact says to check its number from the day after it was to be checked again`, async (t) => {
    const contacts = site + kinds["the contacts"];
    const fresh = await open(t, contacts);
    const notice = (page) => page.locator("[data-after]").first();
    const due = await notice(fresh).getAttribute("data-after");
    assert.equal(await notice(fresh).isVisible(), false);
    assert.equal(await notice(await open(t, contacts, { day: dayAfter(due) })).isVisible(), true);
  });
}
