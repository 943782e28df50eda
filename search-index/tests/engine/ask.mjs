// Asks the engine for browsers as a page does: node ask.mjs INDEX ROUNDS < requests > replies, each a line of JSON.
// With more than one round, says on standard error how long the later ones took.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const [index, rounds = "1"] = process.argv.slice(2);
const utf8 = new TextEncoder();
const SUFFIX = `")\n`;

function payload(name) {
  const script = readFileSync(join(index, `${name}.js`), "utf8");
  return script.slice(`waymarkPiece("${name}","`.length, -SUFFIX.length);
}

function fromSeven(text) {
  const bytes = new Uint8Array(Math.floor((text.length * 7) / 8));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < text.length; i += 1) {
    held = ((held << 7) | (text.charCodeAt(i) & 0x7f)) & 0x7fff;
    bits += 7;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = held >> bits;
      at += 1;
    }
  }
  return bytes;
}

const { instance } = await WebAssembly.instantiate(gunzipSync(fromSeven(payload("engine"))));
const engine = instance.exports;

function put(...parts) {
  const bytes = Buffer.concat(parts);
  const address = engine.reserve(bytes.length) >>> 0;
  new Uint8Array(engine.memory.buffer, address, bytes.length).set(bytes);
  return bytes.length;
}

function give(name) {
  const label = utf8.encode(name);
  const length = put(label, utf8.encode(payload(name)));
  const refused = engine.give(label.length, length);
  if (refused) throw new Error(`${name} is refused: ${refused}`);
}

function ask(request) {
  // Two rounds are aimed at; more than a few are a fault.
  for (let round = 0; round < 20; round += 1) {
    const address = engine.ask(put(request)) >>> 0;
    const reply = Buffer.from(new Uint8Array(engine.memory.buffer, address, engine.reply_len())).toString();
    if (!reply.startsWith('{"need":')) return reply;
    JSON.parse(reply).need.forEach(give);
  }
  throw new Error(`${request} goes on asking for pieces`);
}

const refused = engine.open(put(utf8.encode(payload("start"))));
if (refused) throw new Error(`start is refused: ${refused}`);
const requests = readFileSync(0, "utf8").split("\n").filter(Boolean).map((line) => Buffer.from(line));
for (const request of requests) process.stdout.write(`${ask(request)}\n`);
for (let round = 1; round < Number(rounds); round += 1) {
  const start = performance.now();
  requests.forEach(ask);
  const each = (performance.now() - start) / requests.length;
  process.stderr.write(`${each.toFixed(3)} ms a request\n`);
}
