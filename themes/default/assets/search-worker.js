// The search engine in a thread of its own, which fetches what it needs. Used over HTTP.
"use strict";
const ask = (name, cache) => fetch(`../search-index/${name}.js`, { cache });

// What every query needs is on its way while the rest of this script loads.
const early = new Map(["engine", "start"].map((name) => [name, ask(name, "default")]));
early.forEach((response) => response.catch(() => {}));

importScripts("search-engine.js");

const QUOTE = 0x22;

/** The payload of a piece: what stands between the quotes of `waymarkPiece("NAME","PAYLOAD")`. */
async function load(name, again) {
  let piece;
  try {
    const first = early.get(name);
    early.delete(name);
    const response = await (first && !again ? first : ask(name, again ? "reload" : "default"));
    if (!response.ok) throw new Error(response.statusText);
    piece = new Uint8Array(await response.arrayBuffer());
  } catch {
    throw new self.waymarkEngine.Lost(name);
  }
  const before = new TextEncoder().encode(`waymarkPiece("${name}","`);
  const end = piece.lastIndexOf(QUOTE);
  if (end < before.length || before.some((byte, at) => piece[at] !== byte)) throw new Error(`${name} is damaged`);
  return piece.subarray(before.length, end);
}

const engine = self.waymarkEngine(load);
let latest = 0;

// A message without a request asks to make ready.
self.onmessage = async ({ data: { number, request } }) => {
  if (!request) {
    engine.warm();
    return;
  }
  latest = number;
  try {
    const answer = await engine.ask(request, () => latest !== number);
    if (answer) self.postMessage({ number, answer });
  } catch (fault) {
    self.postMessage({ number, fault: String(fault), damaged: fault.damaged });
  }
};
