import assert from "node:assert/strict";

/** Fails with the faults, each once and one a line, if there are any. */
export function none(faults) {
  const each = [...new Set(faults)];
  if (each.length > 0) assert.fail(`${each.length} faults:\n${each.join("\n")}`);
}
