// When something is due: the arithmetic of src/timescale/, without a page, so that both can be asked the same.
"use strict";
(function () {
  const DAY = 86_400_000;
  const LAST_YEAR = 9999;

  /** A day as a number of days, from year, month and day; nothing if there is no such day. */
  function day(year, month, date) {
    const at = new Date(0);
    at.setUTCFullYear(year, month - 1, date);
    const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
    return real ? Math.round(at.getTime() / DAY) : undefined;
  }

  /** Year, month and day of a number of days. */
  function parts(number) {
    const at = new Date(number * DAY);
    return [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  }

  /** `2027-04-01` of a number of days. */
  function iso(number) {
    const [year, month, date] = parts(number);
    return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(date).padStart(2, "0")].join("-");
  }

  /** A number of days of `2027-04-01`. */
  const of = (text) => day(...text.split("-").map(Number));

  const isWeekend = (number) => [0, 6].includes(new Date(number * DAY).getUTCDay());

  /** The last Sunday of a month of 31 days, at 01:00 Universal Time, in minutes. */
  function clockChange(year, month) {
    const end = day(year, month, 31);
    return (end - new Date(end * DAY).getUTCDay()) * 1440 + 60;
  }

  /** Whether it is summer time in the United Kingdom at a Universal Time in minutes. */
  function isSummer(universal) {
    const [year] = parts(Math.floor(universal / 1440));
    return universal >= clockChange(year, 3) && universal < clockChange(year, 10);
  }

  /** The working day that comes `amount` working days later, and the holidays on the way. Nothing before `from` or past `until`. */
  function afterWorkingDays(start, amount, { holidays, from, until }) {
    let [at, left, skipped] = [start, amount, []];
    while (left > 0) {
      at += 1;
      if (at < from || at > until) return undefined;
      if (isWeekend(at)) continue;
      if (holidays.has(at)) skipped.push(at);
      else left -= 1;
    }
    return { day: at, skipped };
  }

  /** A day of the same number so many months later, or the last day of a shorter month. */
  function afterMonths(start, amount) {
    const [year, month, date] = parts(start);
    const months = year * 12 + month - 1 + amount;
    const [to, of] = [Math.floor(months / 12), (months % 12) + 1];
    for (let last = date; last > 27; last -= 1) {
      const found = day(to, of, last);
      if (found !== undefined) return found;
    }
    return day(to, of, date);
  }

  /**
   * When a limit ends that starts on a day, at so many minutes of it: `{ day, minutes?, skipped? }`, or
   * `{ unknown: "holidays" | "far" }`.
   */
  function due({ amount, unit }, start, minutes, calendar) {
    const far = (found) => (parts(found.day)[0] > LAST_YEAR || Number.isNaN(found.day) ? { unknown: "far" } : found);
    switch (unit) {
      case "hours": {
        const begun = start * 1440 + minutes - 60;
        // The hour that clocks leave out in March is no summer time yet.
        const universal = begun + (isSummer(begun) ? 0 : 60) + amount * 60;
        const total = universal + (isSummer(universal) ? 60 : 0);
        const changed = total !== start * 1440 + minutes + amount * 60;
        return far({ day: Math.floor(total / 1440), minutes: ((total % 1440) + 1440) % 1440, ...(changed && { changed }) });
      }
      case "calendar-days":
        return far({ day: start + amount });
      case "weeks":
        return far({ day: start + amount * 7 });
      case "months":
        return far({ day: afterMonths(start, amount) });
      default:
        return (calendar && afterWorkingDays(start, amount, calendar)) ?? { unknown: "holidays" };
    }
  }

  globalThis.waymarkDays = { day, parts, iso, of, due };
})();
