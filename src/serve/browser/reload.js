// Follows the site while it is being written: loads this page anew after every good build, and lists what
// is wrong with the content. Part of the preview only, never of a published site.
(function () {
  "use strict";
  const script = document.currentScript;
  // The build that this page belongs to and, on a page that stands for a missing site, its findings.
  const { pages, findings } = script.dataset;
  let source = null;
  let panel = null;
  let newest = null;

  // A browser keeps few connections to one address, so only pages that are being looked at hold one.
  function connect() {
    if (source || document.visibilityState === "hidden") return;
    source = new EventSource("/.waymark/events");
    source.onmessage = (event) => follow(JSON.parse(event.data));
    source.onerror = () => {
      if (!source || source.readyState !== EventSource.CLOSED) return;
      disconnect();
      setTimeout(connect, 1000);
    };
  }

  function disconnect() {
    if (source) source.close();
    source = null;
  }

  function follow(state) {
    if (state.pages !== pages || (findings && state.findings !== findings)) {
      disconnect();
      location.reload();
    } else if (!findings && state.findings !== newest) {
      newest = state.findings;
      if (state.errors + state.warnings > 0) list();
      else if (panel) panel.clear();
    }
  }

  async function list() {
    const answer = await fetch("/.waymark/diagnostics.json");
    const report = await answer.json();
    panel = panel || makePanel();
    panel.show(report);
  }

  // An element with text in it. Text is only ever set as text, for it holds what authors wrote.
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  function item(found) {
    const place = make("code", {}, `${found.file}:${found.line}:${found.column}`);
    const head = make("p", {}, place, " ", make("b", {}, found.severity), ` ${found.rule}`);
    const entry = make("li", { class: found.severity }, head, make("p", { class: "message" }, found.message));
    if (found.source !== null) {
      const carets = make("span", { "aria-hidden": "true" }, found.carets);
      entry.append(make("pre", { tabindex: "0" }, `${found.source}\n`, carets));
    }
    if (found.hint) entry.append(make("p", {}, `Hint: ${found.hint}`));
    return entry;
  }

  // Whoever closed the list is not shown it again, on this page or another, until there is something new in it.
  const closed = {
    get() { try { return sessionStorage.getItem("waymark-closed"); } catch { return null; } },
    set(mark) { try { sessionStorage.setItem("waymark-closed", mark); } catch { /* Then it is shown again. */ } },
  };

  function makePanel() {
    const badge = make("button", { type: "button", class: "badge", "aria-controls": "panel" });
    const title = make("h2", { id: "title" });
    const close = make("button", { type: "button" }, "Close (Esc)");
    const entries = make("ol", {});
    const scroll = make("div", { class: "scroll", tabindex: "0", role: "group", "aria-labelledby": "title" }, entries);
    const head = make("div", { class: "head" }, title, close);
    const box = make("section", { id: "panel", role: "dialog", "aria-labelledby": "title", tabindex: "-1", hidden: "" }, head, scroll);
    // Tells screen readers what is new and takes nobody away from where they are.
    const status = make("p", { role: "status", class: "unseen" });
    const style = make("link", { rel: "stylesheet", href: "/.waymark/reload.css" });
    const frame = make("div", { class: "frame", lang: "en", dir: "ltr", hidden: "" }, status, badge, box);
    const host = make("waymark-preview", {});
    const root = host.attachShadow({ mode: "open" });
    style.onload = style.onerror = () => { frame.hidden = false; };
    root.append(style, frame);
    document.body.append(host);
    let mark = null;

    function open(is) {
      const inside = box.contains(root.activeElement);
      box.hidden = !is;
      badge.hidden = is;
      badge.setAttribute("aria-expanded", String(is));
      if (inside && !is) badge.focus();
    }

    function shut() {
      closed.set(mark);
      open(false);
    }

    badge.onclick = () => { open(true); box.focus(); };
    close.onclick = shut;
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented && !box.hidden) shut();
    });

    return {
      show(report) {
        const wrong = report.errors > 0;
        const what = wrong ? `${report.summary}: the last good build is shown` : report.summary;
        const stays = !box.hidden && (wrong || !frame.classList.contains("wrong"));
        mark = report.mark;
        frame.classList.toggle("wrong", wrong);
        title.textContent = what;
        badge.textContent = report.summary;
        entries.replaceChildren(...report.list.map(item));
        host.hidden = false;
        open(stays || (wrong && closed.get() !== mark));
        setTimeout(() => { status.textContent = box.hidden ? what : `${what}. Escape closes the list.`; }, 100);
      },
      clear() {
        host.hidden = true;
        status.textContent = "";
        open(false);
      },
    };
  }

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") disconnect();
    else connect();
  });
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connect);
  connect();
})();
