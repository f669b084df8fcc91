import { canonicalJson } from "#core/canonical.ts";
import { chainOf } from "#core/evidence/pack.ts";
import type { Statement } from "#core/evidence/statement.ts";
import { Refusal } from "#core/evidence/verdict.ts";
import { chainFault, type Signal, signalSchema } from "#core/ledger/signal.ts";

/** The signals of a log, in whole: canonical lines, an unbroken chain, and the tree that was sealed. */
export function readChain(
  name: string,
  bytes: Uint8Array,
  sealed: Statement["predicate"]["events"],
): Signal[] {
  const signals = readLines(name, bytes);
  const fault = chainFault(signals);
  if (fault)
    throw new Refusal("CHAIN_BROKEN", `${name} breaks at sequence ${fault.sequence}: ${fault.reason}.`);
  const { size, root, head } = chainOf(signals);
  if (size !== sealed.size || root !== sealed.root || head !== sealed.head) {
    throw new Refusal(
      "TREE_DIFFERS",
      `${name} has ${size} signals with root ${root}; sealed were ${sealed.size} with ${sealed.root}.`,
    );
  }
  return signals;
}

/** Where a changed log first breaks, to name the record and not only the file. */
export function chainBreak(name: string, bytes: Uint8Array): string {
  try {
    const fault = chainFault(readLines(name, bytes));
    return fault
      ? `its chain breaks at sequence ${fault.sequence} (${fault.reason})`
      : "its chain is whole, so it was cut or rebuilt";
  } catch (error) {
    if (error instanceof Refusal) return error.message.replace(/\.$/, "");
    throw error;
  }
}

function readLines(name: string, bytes: Uint8Array): Signal[] {
  const lines = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).split("\n");
  if (lines.pop() !== "") throw new Refusal("LINE_UNREADABLE", `${name} does not end with a line feed.`);
  return lines.map((line, index) => {
    const signal = parseSignal(line);
    if (!signal)
      throw new Refusal("LINE_UNREADABLE", `line ${index + 1} of ${name} is not a canonical signal.`);
    return signal;
  });
}

/** Only the canonical form counts: it leaves no room for a duplicate key, another spelling or a second meaning. */
function parseSignal(line: string): Signal | undefined {
  try {
    const signal = signalSchema.parse(JSON.parse(line));
    return canonicalJson(signal) === line ? signal : undefined;
  } catch {
    return undefined;
  }
}
