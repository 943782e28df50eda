// Slides turn with the arrow keys to the left and right; Home and End lead to the first and the last. All other keys
// keep their meaning, and whoever writes in the search box turns nothing. Without this script the links on the slides
// do the same.
(() => {
  "use strict";
  const slides = [...document.querySelectorAll(".slide")];

  /** The slide that is in front: the last one whose head has come up to the middle of the window, or -1 above the first. */
  function present() {
    const middle = innerHeight / 2;
    return slides.findLastIndex((slide) => slide.getBoundingClientRect().top < middle);
  }

  /** Which slide a key leads to. */
  function next(key) {
    if (key === "ArrowRight") return present() + 1;
    if (key === "ArrowLeft") return present() - 1;
    if (key === "Home") return 0;
    if (key === "End") return slides.length - 1;
    return -1;
  }

  addEventListener("keydown", (press) => {
    const isOther = press.ctrlKey || press.altKey || press.metaKey || press.shiftKey || press.defaultPrevented;
    if (isOther || press.target.closest("input, textarea, select, .table, [popover]")) return;
    const slide = slides[next(press.key)];
    if (!slide) return;
    press.preventDefault();
    // Moves the focus and the screen, and leaves no trace in the history, so that Back leads out of the slides.
    location.replace(`#${slide.id}`);
  });
})();
