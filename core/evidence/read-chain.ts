import { chainOf } from "#core/evidence/pack.ts";
import { readLines } from "#core/evidence/read-lines.ts";
import { type SealedSignal, sealedSignalSchema } from "#core/evidence/sealed-signal.ts";
import type { SealedChain } from "#core/evidence/statement.ts";
import { Refusal } from "#core/evidence/verdict.ts";
import { chainFault, formatOf, SIGNAL_FORMAT_V1 } from "#core/kernel/ledger/chain.ts";
import { SEMANTICS } from "#core/kernel/ledger/signal.ts";

/**
 * The signals of a log, in whole: canonical lines of the format that the seal states, an unbroken chain, and the tree
 * that was sealed.
 */
export function readChain(
  name: string,
  bytes: Uint8Array,
  sealed: SealedChain,
  format: string = SIGNAL_FORMAT_V1,
): SealedSignal[] {
  const signals = readSignals(name, bytes);
  requireFormat(name, signals, format);
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
    const fault = chainFault(readSignals(name, bytes));
    return fault
      ? `its chain breaks at sequence ${fault.sequence} (${fault.reason})`
      : "its chain is whole, so it was cut or rebuilt";
  } catch (error) {
    if (error instanceof Refusal) return error.message.replace(/\.$/, "");
    throw error;
  }
}

const readSignals = (name: string, bytes: Uint8Array) => readLines(name, bytes, sealedSignalSchema, "signal");

/** Signals of two formats, or by two sets of rules, are never one log. */
function requireFormat(name: string, signals: readonly SealedSignal[], format: string): void {
  const rules = new Set(signals.map((signal) => ("semantics" in signal ? signal.semantics : 0)));
  const other = signals.findIndex((signal) => formatOf(signal) !== format);
  if (other !== -1 || rules.size > 1) {
    const what =
      other === -1 ? "has signals by several sets of rules" : `has a line ${other + 1} of another format`;
    throw new Refusal("FORMATS_MIXED", `${name} ${what}; the seal states ${format}.`);
  }
  const [semantics = 0] = rules;
  if (semantics > SEMANTICS)
    throw new Refusal(
      "VERSION_UNKNOWN",
      `The signals of ${name} follow rules of version ${semantics}; this verifier knows ${SEMANTICS}.`,
    );
}
