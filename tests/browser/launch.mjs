// Starts the Chromium that CHROMIUM names.
import { chromium } from "playwright-core";
import { given } from "./site.mjs";

// Chromium refuses its sandbox to root. The rest keeps it from asking its maker's hosts for anything.
const args = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

export const launch = () => chromium.launch({ executablePath: given("CHROMIUM"), args });
