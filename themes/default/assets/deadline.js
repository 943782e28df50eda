// The calculator of the page of timescales. Nothing is kept: what was entered lives in the form alone.
"use strict";
(function () {
  const days = window.waymarkDays;
  const form = document.getElementById("deadline-form");
  if (!days || !form) return;
  const part = (name) => document.querySelector(`.deadline [data-part="${name}"]`);
  const field = (name) => document.getElementById(`deadline-${name}`);
  const result = part("result");
  const title = document.title;
  const MONTHS = "January February March April May June July August September October November December".split(" ");
  const WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

  /** What the page says of the timescales and bank holidays. */
  const timescales = new Map(
    [...document.querySelectorAll(".timescale")].map((section) => [
      section.getAttribute("aria-labelledby"),
      { ...section.dataset, amount: Number(section.dataset.amount), name: section.querySelector("h2, h3").textContent },
    ]),
  );
  const calendars = new Map(
    [...document.querySelectorAll(".calendar")].map(({ dataset, children: [, body] }) => {
      const listed = [...body.querySelectorAll("li")].map((item) => [days.of(item.querySelector("time").dateTime), item.querySelector("span").textContent]);
      return [dataset.nation, { name: dataset.name, from: days.of(dataset.from), until: days.of(dataset.until), holidays: new Map(listed) }];
    }),
  );

  function inWords(number) {
    const [year, month, date] = days.parts(number);
    return `${WEEKDAYS[new Date(number * 86_400_000).getUTCDay()]} ${date} ${MONTHS[month - 1]} ${year}`;
  }

  const chosen = () => timescales.get(field("timescale").value);

  function choose() {
    const { words, nation, unit } = chosen();
    part("limit").textContent = `${words[0].toUpperCase()}${words.slice(1)}. ${calendars.get(nation)?.name ?? ""}`.trim();
    part("time").hidden = unit !== "hours";
    forget();
  }

  /** A result that no longer fits what is in the form must not stay. */
  function forget() {
    result.replaceChildren();
    fail([]);
  }

  /** The day that was entered, or what is wrong with it: `[number, problem, field]`. */
  function entered() {
    const texts = ["day", "month", "year"].map((name) => field(name).value.trim());
    const empty = ["day", "month", "year"].find((_, at) => texts[at] === "");
    if (texts.every((text) => text === "")) return [, "Enter the date on which the count started", "day"];
    if (empty) return [, `The date must include a ${empty}`, empty];
    const wrong = ["day", "month", "year"].find((_, at) => !/^\d+$/.test(texts[at]));
    if (wrong) return [, `The ${wrong} must be a number`, wrong];
    if (texts[2].length !== 4) return [, "The year must have four numbers", "year"];
    const [date, month, year] = texts.map(Number);
    const number = days.day(year, month, date);
    return number === undefined ? [, "The date must be a real date", "day"] : [number];
  }

  /** The minutes of the day that were entered. */
  function time() {
    const found = /^(\d{1,2})[:.]?(\d{2})$/.exec(field("time").value.trim());
    const [hours, minutes] = found ? found.slice(1).map(Number) : [];
    if (!found || hours > 23 || minutes > 59) return [, "Enter the time on the 24-hour clock, such as 16:30", "time"];
    return [hours * 60 + minutes];
  }

  function fail(problems) {
    for (const name of ["day", "month", "year", "time"]) field(name).removeAttribute("aria-invalid");
    part("error").hidden = part("errors").hidden = problems.length === 0;
    part("error").textContent = problems.map(([, problem]) => problem).join(". ");
    part("errors").querySelector("ul").replaceChildren(...problems.map(([, problem, name]) => {
      const [item, link] = [document.createElement("li"), document.createElement("a")];
      link.href = `#deadline-${name}`;
      link.textContent = problem;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        field(name).focus();
      });
      field(name).setAttribute("aria-invalid", "true");
      item.append(link);
      return item;
    }));
    document.title = problems.length > 0 ? `Error: ${title}` : title;
  }

  function paragraph(text, className) {
    const made = document.createElement("p");
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function tell(limit, start, minutes, calendar) {
    const found = days.due(limit, start, minutes, calendar);
    if (found.unknown === "far") return [paragraph("That lies too far in the future.")];
    if (found.unknown) {
      const known = calendar ? `Bank holidays of ${calendar.name} are known here from ${inWords(calendar.from)} to ${inWords(calendar.until)} only` : "The bank holidays of this nation are not known here";
      return [paragraph(`${known}, so no date can be given. Count by hand.`)];
    }
    const clock = (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
    const due = found.minutes === undefined ? inWords(found.day) : `${clock(found.minutes)} on ${inWords(found.day)}`;
    const begun = found.minutes === undefined ? inWords(start) : `${clock(minutes)} on ${inWords(start)}`;
    const lead = { "at most": "Due by", "aim for": "Aim for", "on average": "On average by" }[limit.kind];
    const told = [paragraph(`${lead} ${due}`, "deadline-due"), paragraph(`${limit.name}: ${limit.words}, counted from ${begun}.`)];
    if (found.changed) told.push(paragraph("The clocks change on the way. Hours are counted as they pass, so the time of day differs."));
    if (limit.unit === "working-days") {
      const names = found.skipped.map((day) => `${calendar.holidays.get(day)} (${inWords(day)})`);
      told.push(paragraph(`${names.length > 0 ? `Bank holidays left out: ${names.join(", ")}.` : "No bank holiday lies between."} Weekends are left out too.`));
    }
    return told;
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    forget();
    const limit = chosen();
    const read = [entered(), ...(limit.unit === "hours" ? [time()] : [])];
    const problems = read.filter(([, problem]) => problem);
    if (problems.length > 0) {
      fail(problems);
      part("errors").focus();
      return;
    }
    const [[start], [minutes = 0] = []] = read;
    result.replaceChildren(...tell(limit, start, minutes, calendars.get(limit.nation)));
  });
  form.addEventListener("reset", () => setTimeout(choose));
  form.addEventListener("input", forget);
  field("timescale").addEventListener("change", choose);
  // A page that comes back from the browser's memory is empty again.
  window.addEventListener("pageshow", (event) => event.persisted && form.reset());
  form.hidden = false;
  const named = location.hash.slice(1);
  if (timescales.has(named)) field("timescale").value = named;
  choose();
})();
