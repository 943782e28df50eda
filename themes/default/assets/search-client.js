// What the pages ask the search by. Nothing is loaded before something is asked. Nothing that is asked leaves the
// device: what is sent for are pieces of the index, as files.
"use strict";
(function () {
  const form = document.querySelector("form.search");
  if (!form) return;
  const { root } = form.dataset;
  /** Milliseconds after which a reader is told to wait. */
  const SLOW = 400;

  let door;
  let pending;
  let count = 0;

  const send = () => door.ask(pending);

  /** Hands an answer or a fault to whoever waits for it. What was overtaken is dropped. */
  function settle({ number, answer, fault }) {
    if (pending?.number !== number) return;
    const { resolve, reject } = pending;
    pending = undefined;
    if (answer) resolve(answer);
    else reject(new Error(fault));
  }

  function inWorker() {
    const worker = new Worker(`${root}assets/search-worker.js`);
    let answered = false;
    const giveUp = () => {
      worker.terminate();
      door = inPage();
      if (pending) send();
    };
    worker.onerror = (event) => {
      event.preventDefault();
      giveUp();
    };
    worker.onmessage = ({ data }) => {
      if (data.answer) answered = true;
      // What a worker may not load, the page perhaps may.
      if (data.fault && !answered && !data.damaged) giveUp();
      else settle(data);
    };
    return {
      ask: ({ number, request }) => worker.postMessage({ number, request }),
      warm: () => worker.postMessage({}),
    };
  }

  const payloads = new Map();
  window.waymarkPiece = (name, payload) => payloads.set(name, payload);

  let loading = 0;
  // A damaged piece may be no script at all. That is told to the reader, so the browser need not.
  addEventListener("error", (event) => {
    if (loading > 0 && (!event.filename || event.filename.includes("/search-index/"))) event.preventDefault();
  });

  /** Runs a script of the site. */
  function script(address) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      const done = (settled) => () => {
        loading -= 1;
        element.remove();
        settled(new Error(address));
      };
      element.onload = done(resolve);
      element.onerror = done(reject);
      element.src = address;
      loading += 1;
      document.head.append(element);
    });
  }

  async function loadByScript(name, again) {
    payloads.delete(name);
    await script(`${root}search-index/${name}.js${again ? "?again" : ""}`).catch(() => {
      throw new window.waymarkEngine.Lost(name);
    });
    const payload = payloads.get(name);
    payloads.delete(name);
    if (payload === undefined) throw new Error(`${name} is damaged`);
    return payload;
  }

  function inPage() {
    const made = script(`${root}assets/search-engine.js`).then(() => window.waymarkEngine(loadByScript));
    made.catch(() => {
      door = undefined;
    });
    const ask = async ({ number, request }) => {
      try {
        const engine = await made;
        const answer = await engine.ask(request, () => pending?.number !== number);
        if (answer) settle({ number, answer });
      } catch (fault) {
        settle({ number, fault: String(fault) });
      }
    };
    return { ask, warm: () => made.then((engine) => engine.warm(), () => {}) };
  }

  function open() {
    if (door) return;
    // From disk, browsers refuse workers and fetch.
    if (location.protocol === "file:" || !window.Worker) {
      door = inPage();
      return;
    }
    try {
      door = inWorker();
    } catch {
      door = inPage();
    }
  }

  /** Promises the answer to a request, or null if another was asked before it came. Calls `slow` if it takes its time. */
  function ask(request, slow) {
    drop();
    const late = setTimeout(slow, SLOW);
    const answer = new Promise((resolve, reject) => {
      count += 1;
      pending = { number: count, request, resolve, reject };
    });
    open();
    send();
    return answer.finally(() => clearTimeout(late));
  }

  /** Nobody waits for an answer any more. */
  function drop() {
    pending?.resolve(null);
    pending = undefined;
  }

  /** Makes ready to be asked, save for readers who pay for what they load. */
  function warm() {
    if (navigator.connection?.saveData) return;
    open();
    door.warm();
  }

  /** An element with attributes and children; those that are null are left out. */
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes ?? {})) {
      if (value !== null && value !== undefined && value !== false) element.setAttribute(attribute, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  /** The address of a hit, which tells the page the words to mark. In a fragment they are not sent to any server. */
  function hitAddress(url, matched) {
    if (!matched?.length) return root + url;
    const words = matched.slice(0, 20).map(encodeURIComponent).join(",");
    return `${root}${url}${url.includes("#") ? "" : "#"}&hl=${words}`;
  }

  /** The address of the results for a query, in a fragment for the same reason. */
  function resultsAddress(parameters) {
    const text = String(parameters);
    return `${root}search.html${text ? `#${text}` : ""}`;
  }

  /** What to do while the search cannot be used. */
  function sorry() {
    const danger = document.querySelector(".danger");
    const link = (url, text) => make("a", { href: root + url }, text);
    return [
      make("p", { class: "search-fault" }, make("strong", null, "Search cannot be used now."), " A part of it is missing or damaged. Look in the ", link("a-z.html", "A to Z"), "."),
      danger && make("p", null, ...[...danger.childNodes].map((node) => node.cloneNode(true))),
    ].filter(Boolean);
  }

  // A slash leads to the box, as long as nobody is writing.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    form.elements.q.focus();
    form.elements.q.select();
  });

  window.waymarkSearch = { form, ask, drop, warm, make, hitAddress, resultsAddress, sorry };
})();
