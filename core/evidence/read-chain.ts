import { chainOf } from "#core/evidence/pack.ts";
import { readLines } from "#core/evidence/read-lines.ts";
import { type SealedSignal, sealedSignalSchema } from "#core/evidence/sealed-signal.ts";
import type { SealedChain } from "#core/evidence/statement.ts";
import { Refusal } from "#core/evidence/verdict.ts";
import { chainFault, formatOf, SIGNAL_FORMAT_V1 } from "#core/kernel/ledger/chain.ts";
import { SEMANTICS } from "#core/kernel/ledger/signal.ts";

/**
 * The signals of a log. Throws Refusal unless its lines are canonical and in the format that the seal states, its chain
 * is unbroken and its Merkle tree is the sealed one.
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
      `${name} has ${size} signals with root ${root}; the seal states ${sealed.size} with root ${sealed.root}.`,
    );
  }
  return signals;
}

/** Describes where a changed log first breaks, so that the message names the signal and not only the file. */
export function chainBreak(name: string, bytes: Uint8Array): string {
  try {
    const fault = chainFault(readSignals(name, bytes));
    return fault
      ? `its chain breaks at sequence ${fault.sequence} (${fault.reason})`
      : "its chain is unbroken, so it was truncated or rebuilt";
  } catch (error) {
    if (error instanceof Refusal) return error.message.replace(/\.$/, "");
    throw error;
  }
}

const readSignals = (name: string, bytes: Uint8Array) => readLines(name, bytes, sealedSignalSchema, "signal");

/** All signals of a log must have the sealed format and the same version of semantics. */
function requireFormat(name: string, signals: readonly SealedSignal[], format: string): void {
  const rules = new Set(signals.map((signal) => ("semantics" in signal ? signal.semantics : 0)));
  const other = signals.findIndex((signal) => formatOf(signal) !== format);
  if (other !== -1 || rules.size > 1) {
    const what =
      other === -1
        ? "has signals of several versions of semantics"
        : `has another format in line ${other + 1}`;
    throw new Refusal("FORMATS_MIXED", `${name} ${what}; the seal states ${format}.`);
  }
  const [semantics = 0] = rules;
  if (semantics > SEMANTICS)
    throw new Refusal(
      "VERSION_UNKNOWN",
      `The signals of ${name} have version ${semantics} of the semantics; this verifier supports ${SEMANTICS}.`,
    );
}
