// Writes the picture of the demonstration site that the README shows: a desk in the light, a phone in the dark.
import { pathToFileURL } from "node:url";
import { launch } from "./launch.mjs";
import { folder, given, kinds } from "./site.mjs";

const [file] = process.argv.slice(2);
if (!file) throw new Error("name the picture to write");
const browser = await launch();

/** A page of the site as a picture, as the value of an image's address. */
async function picture(address, options) {
  const context = await browser.newContext(options);
  await context.clock.setFixedTime(`${given("WAYMARK_DAY")}T12:00:00`);
  const page = await context.newPage();
  await page.goto(`${pathToFileURL(folder)}/${address}`);
  const image = await page.screenshot();
  await context.close();
  return `data:image/png;base64,${image.toString("base64")}`;
}

const desk = await picture(kinds["the home page"], { viewport: { width: 1280, height: 860 } });
const phone = await picture(kinds["the emergency card"], { viewport: { width: 390, height: 720 }, colorScheme: "dark" });

const table = await browser.newPage({ viewport: { width: 1200, height: 760 } });
await table.setContent(`<!doctype html><style>
  body { margin: 0; height: 760px; position: relative; background: #d9e4ec; }
  img { position: absolute; border-radius: 10px; box-shadow: 0 8px 32px rgb(0 0 0 / .35); }
  .desk { width: 1010px; left: 40px; top: 40px; }
  .phone { width: 300px; right: 40px; bottom: 40px; border: 6px solid #111; border-radius: 26px; }
</style><img class="desk" src="${desk}"><img class="phone" src="${phone}">`);
await table.screenshot({ path: file });
await browser.close();
