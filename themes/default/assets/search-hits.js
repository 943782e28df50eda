// Marks the words that a search found, on the page that was opened from it. The words come in the fragment of the
// address (#section&hl=word,word), which no server sees, and leave it at once.
"use strict";
(function () {
  const found = /^#([^&]*)&hl=([^&]+)$/.exec(location.hash);
  const main = document.querySelector("main");
  if (!found || !main) return;
  const NAME = "waymark-hits";

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return "";
    }
  }

  const words = found[2].split(",").map(decoded).filter(Boolean).slice(0, 20);

  /** Finds the words and phrases, the longest first, where they are not part of longer words. */
  function pattern() {
    const sorted = [...words].sort((a, b) => b.length - a.length);
    const escaped = sorted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"));
    const either = escaped.join("|");
    return new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?![\\p{L}\\p{N}])`, "giu");
  }

  /** The places in the page's text where the words stand. */
  function places(expression) {
    const outside = ".breadcrumbs, .contents, .facts, .term-card, .words, .after, script, style";
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const ranges = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest(outside)) continue;
      for (const match of node.data.matchAll(expression)) {
        const range = new Range();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        ranges.push(range);
      }
    }
    return ranges;
  }

  /** Marks them, and gives what takes the marks away. */
  function mark(ranges) {
    if (window.Highlight && CSS.highlights) {
      CSS.highlights.set(NAME, new Highlight(...ranges));
      return () => CSS.highlights.delete(NAME);
    }
    // From the last to the first, since a mark divides the text it stands in.
    const marks = ranges.reverse().map((range) => {
      const element = document.createElement("mark");
      element.className = "hit";
      range.surroundContents(element);
      return element;
    });
    return () => marks.forEach((element) => {
      const { parentNode } = element;
      element.replaceWith(...element.childNodes);
      parentNode.normalize();
    });
  }

  function button(count, remove) {
    const line = document.createElement("p");
    line.className = "hits-line";
    const press = document.createElement("button");
    press.type = "button";
    press.textContent = "Remove highlighting";
    press.addEventListener("click", () => {
      remove();
      line.remove();
      main.focus({ preventScroll: true });
    });
    line.append(count === 1 ? "1 place is highlighted. " : `${count} places are highlighted. `, press);
    return line;
  }

  const section = found[1] ? document.getElementById(decoded(found[1])) : null;
  const ranges = words.length > 0 ? places(pattern()) : [];
  if (ranges.length > 0) {
    const line = button(ranges.length, mark(ranges));
    if (section?.matches("h2, h3, h4, h5, h6") && section.checkVisibility?.()) section.after(line);
    else main.querySelector("h1")?.parentElement.append(line);
  }
  // The browser goes to the section now that the fragment names it alone.
  if (section) location.replace(`#${found[1]}`);
  else history.replaceState(null, "", location.pathname + location.search);
})();
