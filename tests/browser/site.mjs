// The built demonstration site that the tests look at, as files.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Names what the environment lacks; `cargo xtask browser` provides it. */
export function given(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these tests with "cargo xtask browser"`);
  return value;
}

export const folder = given("WAYMARK_SITE");

/** Every file of the site, as an address relative to its root. */
export const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
  .sort();

const html = files.filter((file) => file.endsWith(".html"));
const refresh = /<meta http-equiv="refresh" content="0; url=([^"]+)">/;

/** The pages that only lead elsewhere, each with the address it leads to, as written. */
export const redirects = html.flatMap((file) => {
  const found = refresh.exec(readFileSync(join(folder, file), "utf8"));
  return found ? [{ file, to: found[1] }] : [];
});

/** The pages that somebody reads. */
export const pages = html.filter((file) => redirects.every((redirect) => redirect.file !== file));

/** One page of every template. */
export const kinds = {
  "the home page": "index.html",
  "a guidance page": "guidance/practice/consent.html",
  "a guidance page with a figure": "guidance/harms/radicalisation.html",
  "a plain page": "pages/about.html",
  "the emergency card": "pages/emergency-card.html",
  "a case study": "case-studies/borrowed-phone.html",
  "a briefing": "case-studies/borrowed-phone/briefing.html",
  "an exercise": "case-studies/borrowed-phone/exercise.html",
  "handouts": "case-studies/borrowed-phone/handouts.html",
  "slides": "case-studies/borrowed-phone/slides.html",
  "a threshold framework": "thresholds/england-exploitation.html",
  "a section's listing": "guidance/index.html",
  "the list of topics": "topics/index.html",
  "a topic": "topics/radicalisation.html",
  "an audience": "audiences/teachers.html",
  "the A to Z": "a-z.html",
  "the glossary": "glossary.html",
  "the legislation": "legislation.html",
  "the contacts": "contacts.html",
  "the changes": "changes.html",
  "a collection": "collections/start-here.html",
  "the page for addresses that do not exist": "404.html",
  "the page that an old address leads to": "guidance/harms/sharing-nudes.html",
};
