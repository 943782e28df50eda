// The register of duties: shows the entries of one agency or of one strength. Nothing is stored or put into the
// address; without this script the headings are the filter.
(function () {
  "use strict";
  var doc = document, register = doc.getElementById("register");
  var form = register && register.querySelector(".filter-bar");
  if (!form) return;
  var fields = Array.from(form.querySelectorAll("[data-filter]"));
  var parts = Array.from(register.querySelectorAll(".agency"));
  var entries = Array.from(register.querySelectorAll("[data-duty]"));
  var said = register.querySelector(".filter-said");
  var everybody = ["all-agencies", "anyone"];

  // What is everybody's is every agency's.
  var fits = function (entry, field) {
    if (!field.value) return true;
    if (field.dataset.filter === "strength") return entry.dataset.strength === field.value;
    return entry.dataset.agencies.split(" ").some(function (agency) {
      return agency === field.value || everybody.includes(agency);
    });
  };

  var show = function () {
    var shown = 0;
    entries.forEach(function (entry) {
      entry.hidden = !fields.every(function (field) { return fits(entry, field); });
      if (!entry.hidden) shown += 1;
    });
    parts.forEach(function (part) { part.hidden = !part.querySelector("[data-duty]:not([hidden])"); });
    // What an agency leads itself stands before what it owes with others.
    var chosen = form.querySelector("[data-filter=agencies]").value;
    var leads = function (part) { return part.getAttribute("aria-labelledby") === "lead-" + chosen; };
    register.append.apply(register, parts.filter(leads).concat(parts.filter(function (part) { return !leads(part); })));
    var narrowed = fields.some(function (field) { return field.value; });
    register.querySelector(".jump").hidden = narrowed;
    var words = fields.filter(function (field) { return field.value; }).map(function (field) {
      return field.selectedOptions[0].textContent;
    });
    said.textContent = narrowed ? shown + (shown === 1 ? " entry: " : " entries: ") + words.join(", ") : "";
  };

  form.hidden = false;
  form.addEventListener("change", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(show); });
  // A link to an entry shows it, whatever is chosen.
  addEventListener("hashchange", function () {
    var entry = doc.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (entry && entry.hidden) { form.reset(); }
  });
  addEventListener("pageshow", function () { form.reset(); });
})();
