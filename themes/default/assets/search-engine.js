// The search engine and the pieces of its index: the same code in a worker (over HTTP) and in a page (from disk).
// The format of pieces and the calls of the engine are described in the README of search-index.
"use strict";
self.waymarkEngine = (function () {
  /** A query that needs more rounds of pieces than this runs in circles. */
  const ROUNDS = 32;

  /** A piece that could not be had, or is damaged however it is loaded. Beginning afresh would not help. */
  class Lost extends Error {
    constructor(name, damaged = false) {
      super(`the piece ${name} of the search is ${damaged ? "damaged" : "lost"}`);
      this.damaged = damaged;
    }
  }

  /** A piece of another edition than those at hand. */
  class Mixed extends Error {}
  const MIXED = 2;

  /** The bytes in a payload, which carries seven bits a character. */
  function unpack(payload) {
    const text = typeof payload === "string" ? payload : new TextDecoder().decode(payload);
    const bytes = new Uint8Array(Math.floor((text.length * 7) / 8));
    let held = 0;
    let bits = 0;
    let end = 0;
    for (let at = 0; at < text.length; at += 1) {
      held = ((held << 7) | (text.charCodeAt(at) & 0x7f)) & 0x3fff;
      bits += 7;
      if (bits >= 8) {
        bits -= 8;
        bytes[end] = held >> bits;
        end += 1;
      }
    }
    return bytes;
  }

  async function instantiate(payload) {
    const packed = new Blob([unpack(payload)]).stream();
    const wasm = await new Response(packed.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
    return (await WebAssembly.instantiate(wasm, {})).instance.exports;
  }

  const bytesOf = (payload) => (typeof payload === "string" ? new TextEncoder().encode(payload) : payload);

  /** One run of the engine. It is over after a trap, and where there is no engine. */
  class Run {
    /** `again` asks for every piece past all caches. */
    constructor(load, again) {
      this.load = load;
      this.again = again;
      this.pieces = new Map();
    }

    /** Makes ready to be asked. However often this is called, it happens once. */
    open() {
      this.opening ??= this.start();
      return this.opening;
    }

    async start() {
      const engine = this.piece("engine", instantiate);
      engine.catch(() => {
        this.over = true;
      });
      const opened = this.piece("start", async (payload) => {
        this.exports = await engine;
        this.take("open", bytesOf(payload), []);
      });
      await Promise.all([engine, opened]);
      this.ready = true;
    }

    /** Loads a piece and uses it. If it is lost or of no use, once more, past all caches. */
    async piece(name, use, again = this.again) {
      try {
        return await use(await this.load(name, again));
      } catch (fault) {
        if (this.over) throw fault;
        if (!again) return this.piece(name, use, true);
        throw fault instanceof Lost || fault instanceof Mixed ? fault : new Lost(name, true);
      }
    }

    /** Loads a piece and gives it to the engine; one that is on its way is not asked for twice. */
    need(name) {
      if (!this.pieces.has(name)) {
        const taken = this.piece(name, (payload) => this.take("give", bytesOf(payload), bytesOf(name)));
        this.pieces.set(name, taken.finally(() => this.pieces.delete(name)));
      }
      return this.pieces.get(name);
    }

    /** Hands over bytes with a name before them. Anything but 0 is a refusal. */
    take(call, payload, name) {
      const { exports } = this;
      const length = name.length + payload.length;
      const refusal = this.guard(() => {
        const address = exports.reserve(length);
        const input = new Uint8Array(exports.memory.buffer, address, length);
        input.set(name);
        input.set(payload, name.length);
        return call === "open" ? exports.open(length) : exports.give(name.length, length);
      });
      if (refusal === MIXED) throw new Mixed("a piece of the search is of another edition");
      if (refusal !== 0) throw new Error("a piece of the search is damaged");
    }

    reply(request) {
      const { exports } = this;
      const bytes = new TextEncoder().encode(JSON.stringify(request));
      return this.guard(() => {
        // Making room may move the memory, so its buffer is looked up after each call.
        const input = exports.reserve(bytes.length);
        new Uint8Array(exports.memory.buffer, input, bytes.length).set(bytes);
        const address = exports.ask(bytes.length);
        const reply = new Uint8Array(exports.memory.buffer, address, exports.reply_len());
        return JSON.parse(new TextDecoder().decode(reply));
      });
    }

    guard(call) {
      try {
        return call();
      } catch (fault) {
        this.over = true;
        throw fault;
      }
    }

    async ask(request, isStale) {
      await this.open();
      for (let round = 0; round < ROUNDS && !isStale(); round += 1) {
        const { answer, need } = this.reply(request);
        if (answer) return answer;
        if (!need?.length) break;
        await Promise.all(need.map((name) => this.need(name)));
      }
      if (isStale()) return null;
      throw new Error("the search engine gives no answer");
    }
  }

  /**
   * An engine. `load(name, again)` promises the payload of a piece, as bytes or as text, or fails with `Lost`.
   * `ask` promises the answer to a request, or null if `isStale` has become true meanwhile.
   */
  function engine(load) {
    let run;
    let again = false;

    async function ask(request, isStale = () => false) {
      // A lone half of a surrogate pair is no text.
      const sound = { ...request, query: request.query.replace(/[\ud800-\udfff]/gu, "\ufffd") };
      run ??= new Run(load, again);
      const first = run;
      try {
        return await first.ask(sound, isStale);
      } catch (fault) {
        if (isStale()) return null;
        if (fault instanceof Lost) {
          if (!first.ready) run = undefined;
          throw fault;
        }
      }
      again = true;
      run = new Run(load, again);
      try {
        return await run.ask(sound, isStale);
      } catch (fault) {
        run = undefined;
        if (isStale()) return null;
        throw fault;
      }
    }

    /** Begins to load what every query needs. What goes wrong is told when something is asked. */
    function warm() {
      run ??= new Run(load, again);
      run.open().catch(() => {});
    }

    return { ask, warm };
  }

  engine.Lost = Lost;
  return engine;
})();
