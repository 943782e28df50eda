// The navigator: from what somebody has seen to what is to be done. Every word comes from the page itself. Nothing is
// stored, sent or put into the address, nothing is counted or added up, and what is chosen goes with the page.
(function () {
  "use strict";
  var doc = document, box = doc.getElementById("navigator");
  if (!box) return;
  var part = function (name) { return doc.querySelector("[data-part=" + name + "]"); };
  var all = function (selector, inside) { return Array.from((inside || doc).querySelectorAll(selector)); };
  var make = function (name, properties, children) {
    var element = Object.assign(doc.createElement(name), properties);
    (children || []).forEach(function (child) { element.append(child); });
    return element;
  };
  var ids = function (text) { return (text || "").split(" ").filter(Boolean); };

  var form = box.querySelector(".choose"), follows = part("follows"), without = part("without");
  var said = part("said"), list = part("chosen-list"), ring = part("ring");
  var agency = doc.getElementById("navigator-agency");
  var duties = {}, overrides = {};
  all("[data-duty]", without).forEach(function (duty) { duties[duty.dataset.duty] = duty; });
  all("[data-override]", without).forEach(function (rule) { overrides[rule.dataset.override] = rule; });

  // What counts no longer, or not yet, is not offered.
  var today = window.waymarkToday;
  var counts = function (source) {
    return (source.dataset.since || today) <= today && today <= (source.dataset.until || today);
  };

  // One checkbox a sign, in a fold for each part of life. The matrix has each sign once.
  var signs = all("[data-sign]", without).filter(counts).map(function (source) {
    var field = make("input", { type: "checkbox", id: "sign-" + source.dataset.sign, autocomplete: "off" });
    var facts = [source.querySelector(".kind").textContent, source.dataset.range].filter(Boolean).join(" · ");
    var name = source.querySelector("a").textContent;
    var label = make("label", {}, [field, make("span", {}, [name, make("span", { className: "sign-facts", textContent: facts })])]);
    return { data: source.dataset, link: source.querySelector("a"), name: name, kind: source.querySelector(".kind"), field: field, row: make("div", {}, [label]) };
  });
  var domains = all(".domain-name", without).map(function (name) {
    var id = name.id.slice("domain-".length);
    var own = signs.filter(function (sign) { return sign.data.domain === id; });
    // Strengths stand last.
    own.sort(function (a, b) { return !a.data.range - !b.data.range; });
    var legend = make("legend", { className: "hidden", textContent: name.textContent });
    var fieldset = make("fieldset", {}, [legend].concat(own.map(function (sign) { return sign.row; })));
    var fold = make("details", {}, [make("summary", { textContent: name.textContent }), fieldset]);
    part("choices").append(fold);
    return { fold: fold, signs: own };
  });

  var filters = all("[data-filter]", form);
  var wanted = function (filter) {
    return all("input:checked", filter).map(function (field) { return field.value; });
  };
  var meets = function (own, chosen) {
    return own.length === 0 || chosen.length === 0 || own.some(function (id) { return chosen.includes(id); });
  };
  var chosenBy = function (name) {
    var filter = filters.find(function (filter) { return filter.dataset.filter === name; });
    return filter ? wanted(filter) : [];
  };

  // Shows the signs that fit. What is chosen stays in sight, whatever the list is narrowed by.
  var narrow = function () {
    var narrowed = false, any = false;
    filters.forEach(function (filter) {
      var chosen = all("input:checked", filter).map(function (field) { return field.parentNode.textContent.trim(); });
      filter.parentNode.querySelector(".filter-chosen").textContent = chosen.length ? ": " + chosen.join(", ") : "";
      narrowed = narrowed || chosen.length > 0;
    });
    domains.forEach(function (domain) {
      var shown = domain.signs.filter(function (sign) {
        var fits = filters.every(function (filter) { return meets(ids(sign.data[filter.dataset.filter]), wanted(filter)); });
        sign.row.hidden = !(fits || sign.field.checked);
        return !sign.row.hidden;
      });
      domain.fold.hidden = shown.length === 0;
      if (narrowed) domain.fold.open = shown.length > 0;
      any = any || shown.length > 0;
    });
    part("none").hidden = any;
  };

  // What a chosen sign asks for: each response once, with the strictest duty that anything gives it, and why.
  var strengths = ["must", "should", "may", "do-not"];
  var owed = function (chosen) {
    var found = {}, ages = chosenBy("ages"), harms = chosenBy("harms");
    part("of-harms").hidden = true;
    chosen.forEach(function (sign) {
      ids(sign.data.owed).forEach(function (token) {
        var names = token.split("!"), duty = duties[names[0]], rule = overrides[names[1]];
        if (!duty || !meets(ids((rule || duty).dataset.ages), ages)) return;
        // A sign of no harm in particular calls for what one harm asks only if that harm is in mind.
        var about = ids(duty.dataset.harms);
        if (!rule && about.length && !sign.data.harms && !about.some(function (harm) { return harms.includes(harm); })) {
          part("of-harms").hidden = harms.length > 0;
          return;
        }
        var own = found[names[0]] || (found[names[0]] = { duty: duty, strength: duty.dataset.strength, rules: [], itself: false });
        if (!rule) own.itself = true;
        else if (!own.rules.includes(rule)) own.rules.push(rule);
        if (rule && own.strength !== "do-not" && strengths.indexOf(rule.dataset.strength) < strengths.indexOf(own.strength)) own.strength = rule.dataset.strength;
      });
    });
    return found;
  };

  // What the reader does is told in short: the rest of it unfolds.
  var shorten = function (duty) {
    var rest = all(".duty-facts > div:not([data-when], [data-within], [data-why])", duty);
    if (!rest.length) return;
    var facts = make("dl", { className: "duty-facts" }, rest);
    duty.append(make("details", { className: "duty-more" }, [make("summary", { textContent: "Basis and more" }), facts]));
  };

  var copy = function (own) {
    var duty = own.duty.cloneNode(true), verb = duty.querySelector(".duty-verb");
    var names = { "must": "Must", "should": "Should", "may": "May", "do-not": "Do not" };
    duty.classList.replace("duty-" + own.duty.dataset.strength, "duty-" + own.strength);
    verb.textContent = names[own.strength];
    var when = duty.querySelector("[data-when]");
    if (!own.itself) when.remove();
    own.rules.forEach(function (rule) {
      var why = [rule.dataset.when, rule.dataset.why].filter(Boolean).join(": ");
      var line = make("div", {}, [make("dt", { textContent: "Whatever the level" }), make("dd", { textContent: why })]);
      line.dataset.why = "";
      duty.querySelector("dl").prepend(line);
    });
    return duty;
  };

  // Whom to ring: in an emergency and for a referral at once in sight, the others in a fold once there is an answer.
  var allRoutes = ring ? all("[data-route]", ring) : [], others = make("ul", { className: "routes" });
  var more = make("details", {}, [make("summary", { textContent: "Others to ring" }), others]);
  var tell = function (routes, folded) {
    var first = folded ? routes.slice(0, 2) : routes, rest = routes.slice(first.length);
    ring.querySelector(".routes").replaceChildren.apply(ring.querySelector(".routes"), first);
    others.replaceChildren.apply(others, rest);
    more.hidden = rest.length === 0;
    ring.append(more);
  };

  // How large the poster can be set on one sheet, by how much there is to say; where that is too small, it leaves out
  // first the basis of what is no must, then descriptions, every basis, what others may do and should do. Each entry costs a line that is not full.
  var ROOM = 485000, SMALLEST = 6.5, LARGEST = 11;
  var setPoster = function () {
    var length = function (selector) {
      return all(selector).reduce(function (sum, part) { return sum + part.textContent.trim().length + 12; }, 0);
    };
    var duty = function (of) { return [".duty-who", ".duty-action", "[data-within]"].map(function (part) { return ".follows " + of + " " + part; }).join(", "); };
    var must = length(duty("[data-part=yours] .duty")) + length(duty("[data-group-of] :is(.duty-must, .duty-do-not)"));
    var should = length(duty("[data-group-of] .duty-should")), may = length(duty("[data-group-of] .duty-may"));
    var basis = length(".follows :is([data-part=yours], [data-group-of]) .duty:not(.duty-must) [data-basis]");
    var law = length(".follows :is([data-part=yours], [data-group-of]) .duty-must [data-basis]");
    var bare = 900 + 60 * all(".follows [data-group-of]:not([hidden])").length + length(".poster-ring .contact > p:not([hidden]), .poster-levels h3, .judgement, .chosen p:nth-of-type(-n + 2)");
    var more = length(".poster-levels .level > p");
    var size = function (text) { return Math.sqrt(ROOM / text); };
    var texts = [basis, more, law, may, should].reduce(function (left, part) { return left.concat(left[left.length - 1] - part); }, [bare + must + should + may + law + more + basis]);
    var at = texts.findIndex(function (text) { return size(text) >= SMALLEST; });
    if (at < 0) at = 5;
    var root = doc.documentElement;
    if (at) root.dataset.poster = "a b c d e".split(" ").slice(0, at).join(" "); else delete root.dataset.poster;
    root.style.setProperty("--poster", Math.min(LARGEST, size(texts[at])).toFixed(2) + "pt");
  };

  var entry = function (sign) {
    var range = sign.data.range ? "Can point to " + sign.data.range.toLowerCase() + ". " : "";
    var link = make("a", { href: sign.link.getAttribute("href"), textContent: sign.name });
    var remove = make("button", { type: "button" }, ["Remove", make("span", { className: "hidden", textContent: " " + sign.name })]);
    remove.addEventListener("click", function () {
      var next = signs.filter(function (other) { return other.field.checked; }).indexOf(sign);
      sign.field.checked = false;
      changed(sign);
      // The focus goes to what now stands in its place.
      var buttons = all("button", list);
      (buttons[Math.min(next, buttons.length - 1)] || doc.getElementById("choose-title")).focus();
    });
    var lines = [make("p", {}, [link]), make("p", {}, [make("b", { textContent: range }), sign.kind.textContent])];
    if (sign.data.everyday) lines.push(make("p", { textContent: "Ordinary explanation: " + sign.data.everyday }));
    if (sign.data.combine) lines.push(make("p", { textContent: sign.data.combine }));
    return make("li", {}, lines.concat(remove));
  };

  var render = function () {
    var chosen = signs.filter(function (sign) { return sign.field.checked; });
    var found = owed(chosen), routes = [];
    list.replaceChildren.apply(list, chosen.map(entry));
    part("chosen").hidden = chosen.length === 0;
    var placed = function (place, keep, short) {
      var items = Object.keys(duties).filter(function (id) { return found[id] && keep(found[id]); });
      // What holds whatever the level comes first, then the highest level; within these what is done at once. What the
      // reader does at once comes before all.
      var from = function (id) { return found[id].rules.length || !found[id].duty.dataset.levels ? 9 : +found[id].duty.dataset.levels.split(" ")[1]; };
      var urgency = function (id) { return +found[id].duty.dataset.urgency; };
      var kind = function (id) { return Math.floor(urgency(id) / 10000); };
      items.sort(function (a, b) { return (short && kind(a) - kind(b)) || from(b) - from(a) || urgency(a) - urgency(b); });
      place.querySelector("ul").replaceChildren.apply(place.querySelector("ul"), items.map(function (id) {
        var duty = copy(found[id]);
        if (short) shorten(duty);
        return duty;
      }));
      place.hidden = items.length === 0;
    };
    var always = function (own) { return "always" in own.duty.dataset && own.rules.length === 0; };
    // What the reader does comes before what other agencies owe.
    var yours = function (own) { return "readers" in own.duty.dataset && !always(own); };
    var everybody = ["all-agencies", "anyone"];
    var concerns = function (own) {
      return !agency.value || ids(own.duty.dataset.agencies).some(function (id) { return id === agency.value || everybody.includes(id); });
    };
    placed(part("yours"), yours, true);
    all("[data-group-of]", follows).forEach(function (place) {
      placed(place, function (own) {
        var group = own.rules.length ? "" : own.duty.dataset.levels.replace(" ", "-");
        return group === place.dataset.groupOf && !always(own) && !yours(own) && concerns(own);
      });
    });
    placed(part("always"), function (own) { return always(own) && concerns(own); });
    part("others").hidden = chosen.length === 0;
    Object.keys(found).forEach(function (id) { routes.push(found[id].duty.dataset.route); });
    var named = routes.some(Boolean);
    setPoster();
    if (ring) tell(allRoutes.filter(function (route) { return !named || routes.includes(route.dataset.route); }), chosen.length > 0);
  };

  var changed = function (sign) {
    var range = sign.data.range ? ": can point to " + sign.data.range.toLowerCase() : "";
    var any = signs.some(function (other) { return other.field.checked; });
    said.textContent = (sign.field.checked ? "Added: " : "Removed: ") + sign.name + range + "." + (any ? " What follows stands below." : " Nothing is chosen.");
    narrow();
    render();
  };

  var empty = function (words) {
    form.reset();
    all("input", form).forEach(function (field) { field.checked = false; });
    agency.value = "";
    all("details", box).forEach(function (fold) { fold.open = false; });
    narrow();
    render();
    said.textContent = words;
  };
  var start = "Nothing is chosen yet. Professional judgement decides; there is no score.";

  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("change", function (event) {
    var sign = signs.find(function (one) { return one.field === event.target; });
    if (sign) { changed(sign); return; }
    narrow();
    render();
  });
  form.querySelector("[data-clear]").addEventListener("click", function () {
    empty("Cleared. Nothing is chosen.");
    doc.getElementById("choose-title").focus();
  });
  agency.addEventListener("change", render);
  follows.querySelector("[data-print]").addEventListener("click", function () { print(); });
  // A link to a heading by script keeps the address as it is.
  form.querySelector("a.button").addEventListener("click", function (event) {
    event.preventDefault();
    // To the top of the window, where the strip leaves room for it.
    follows.scrollIntoView();
    doc.getElementById("follows").focus({ preventScroll: true });
  });
  // A browser may keep a page that one leaves, and what was chosen on it.
  addEventListener("pagehide", function () { empty(start); });
  addEventListener("pageshow", function () { empty(start); });

  // Whom to ring stands before what is to be done.
  if (ring) part("said").after(ring);
  form.hidden = false;
  follows.hidden = false;
  without.hidden = true;
  empty(start);
})();
