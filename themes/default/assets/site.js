// Everything here is an addition: each page is complete without it. Nothing is stored and nothing is asked of any network.
(function () {
  "use strict";
  var doc = document, root = doc.documentElement;

  // Exit this page: the screen goes blank at once, and this page's place in the history is given up.
  var exit = doc.querySelector("a.exit");
  if (exit) {
    var presses = 0, timer;
    var leave = function (event) {
      if (event) event.preventDefault();
      root.classList.add("leaving");
      doc.title = "";
      location.replace(exit.href);
    };
    exit.addEventListener("click", leave);
    // Shift three times, each within five seconds of the last and with no other key between.
    doc.addEventListener("keyup", function (event) {
      if (event.key !== "Shift") {
        presses = 0;
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(function () { presses = 0; }, 5000);
      presses += 1;
      if (presses === 3) leave();
    });
    // A browser that comes back shows the page again.
    addEventListener("pageshow", function (event) {
      if (event.persisted) location.reload();
    });
  }

  // A copy on a memory stick grows old without anybody telling it.
  var now = new Date();
  var today = now.getFullYear() + "-" + ("0" + (now.getMonth() + 1)).slice(-2) + "-" + ("0" + now.getDate()).slice(-2);
  window.waymarkToday = today;
  var show = function (element) { element.hidden = false; };
  doc.querySelectorAll("[data-review-by]").forEach(function (article) {
    if (article.dataset.reviewBy < today) doc.querySelectorAll("[data-overdue]").forEach(show);
  });
  doc.querySelectorAll("[data-after]").forEach(function (element) {
    if (element.dataset.after < today) show(element);
  });
  doc.querySelectorAll("[data-before]").forEach(function (element) {
    element.hidden = element.dataset.before <= today;
  });

  // A browser does not always move a table sideways to the link that has the focus.
  doc.addEventListener("focusin", function (event) {
    var table = event.target.closest(".table");
    if (table && table !== event.target) event.target.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  // Print shows what is folded away, in browsers whose style sheets cannot.
  var opened = [];
  addEventListener("beforeprint", function () {
    opened = Array.from(doc.querySelectorAll("details:not([open])"));
    opened.forEach(function (details) { details.open = true; });
  });
  addEventListener("afterprint", function () {
    opened.forEach(function (details) { details.open = false; });
  });
})();
