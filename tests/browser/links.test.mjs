// Every address that the site writes leads somewhere: to a file that is there, and to a place on it that is there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./chromium.mjs";
import { none } from "./none.mjs";
import { serve } from "./server.mjs";
import { files, kinds, pages, redirects } from "./site.mjs";

const site = await serve("/manuals/exploitation/");

/** Reads the links, ids and references to ids of every file of HTML. Runs in the page. */
async function read(addresses) {
  const all = (found, selector, name) => [...found.querySelectorAll(selector)].map((element) => element.getAttribute(name));
  const one = async (address) => {
    const answer = await fetch(address);
    const found = new DOMParser().parseFromString(await answer.text(), "text/html");
    const refresh = all(found, "meta[http-equiv=refresh]", "content").map((content) => content.split("url=")[1]);
    return {
      address,
      status: answer.status,
      links: [...all(found, "[href]", "href"), ...all(found, "[src]", "src"), ...refresh],
      canonical: all(found, "link[rel=canonical]", "href")[0],
      ids: all(found, "[id]", "id"),
      pointed: ["aria-labelledby", "aria-describedby", "popovertarget", "for"].flatMap((name) => all(found, `[${name}]`, name)).flatMap((ids) => ids.split(" ")),
    };
  };
  return Promise.all(addresses.map(one));
}

let documents;
const document = (address) => documents.find((document) => document.address === address);

test("every page answers", async (t) => {
  const page = await open(t, site + kinds["the home page"]);
  const addresses = [...pages, ...redirects.map((redirect) => redirect.file)].map((file) => site + file);
  documents = await page.evaluate(read, addresses);
  none(documents.filter(({ status }) => status !== 200).map(({ address, status }) => `${address}: ${status}`));
});

test("every link within the site leads to a file that answers, and to a place on it", async () => {
  const answers = new Map();
  const faults = [];
  for (const { address, links, canonical } of documents) {
    for (const written of links.filter((link) => link !== canonical)) {
      const target = new URL(written, address);
      if (target.origin !== new URL(site).origin) continue;
      const anchor = decodeURIComponent(target.hash.slice(1));
      target.hash = "";
      if (!target.href.startsWith(site)) faults.push(`${address}: ${written} leaves the site's folder`);
      if (!answers.has(target.href)) answers.set(target.href, (await fetch(target)).status);
      const status = answers.get(target.href);
      if (status !== 200) faults.push(`${address}: ${written} answers ${status}`);
      else if (anchor && !document(target.href)?.ids.includes(anchor)) faults.push(`${address}: ${written} is no place on that page`);
    }
  }
  none(faults);
});

test("links to elsewhere are web addresses, telephone numbers or mail", () => {
  const outside = documents.flatMap(({ address, links }) => links.map((link) => new URL(link, address))).filter(({ href }) => !href.startsWith(site));
  none(outside.filter(({ protocol }) => !["https:", "http:", "tel:", "mailto:"].includes(protocol)).map(String));
});

test("no id stands twice on a page, and every reference to an id finds it", () => {
  none(documents.flatMap(({ address, ids, pointed }) => [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${address}: two elements are called ${id}`),
    ...pointed.filter((id) => !ids.includes(id)).map((id) => `${address}: nothing is called ${id}`),
  ]));
});

test("every page can be reached from the home page by links", () => {
  const start = site + kinds["the home page"];
  const reached = new Set([start]);
  for (const address of reached) {
    for (const link of document(address)?.links ?? []) {
      const target = new URL(link, address);
      target.hash = "";
      reached.add(target.href);
    }
  }
  none(pages.filter((file) => file !== kinds["the page for addresses that do not exist"] && !reached.has(site + file)));
});

for (const [name, pattern] of Object.entries({ "sitemap.xml": /<loc>([^<]+)<\/loc>/g, "changes.xml": /<link[^>]* href="([^"]+)"/g })) {
  test(`every address in ${name} is a file of the site`, async () => {
    const base = document(site + kinds["the home page"]).canonical.replace(/index\.html$/, "");
    const text = await (await fetch(site + name)).text();
    const addresses = [...text.matchAll(pattern)].map(([, address]) => address);
    assert.notEqual(addresses.length, 0);
    none(addresses.filter((address) => !address.startsWith(base) || !files.includes(address.slice(base.length).split("#")[0])));
  });
}
