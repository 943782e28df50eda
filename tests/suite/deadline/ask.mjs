// Asks the arithmetic of the page of timescales: node ask.mjs SCRIPT < cases > answers, each a line of JSON.
import { readFileSync } from "node:fs";

(0, eval)(readFileSync(process.argv[2], "utf8"));
const { of, iso, due } = globalThis.waymarkDays;
for (const line of readFileSync(0, "utf8").trim().split("\n")) {
  const { amount, unit, start, minutes, holidays, from, until } = JSON.parse(line);
  const found = due({ amount, unit }, of(start), minutes, { holidays: new Set(holidays.map(of)), from: of(from), until: of(until) });
  const time = found.minutes === undefined ? "" : ` ${found.minutes}`;
  console.log(found.unknown ?? `${iso(found.day)}${time}`);
}
