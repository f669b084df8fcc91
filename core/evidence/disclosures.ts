import { z } from "zod";
import { DISCLOSURES_FILE } from "#core/evidence/files.ts";
import { readLines } from "#core/evidence/read-lines.ts";
import type { SealedSignal } from "#core/evidence/sealed-signal.ts";
import { Refusal } from "#core/evidence/verdict.ts";
import { sha256Schema } from "#core/kernel/ids.ts";
import { dataDigest } from "#core/kernel/ledger/chain.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import { type AnySignal, isV1, sequenceOf } from "#core/kernel/ledger/signal-v1.ts";

/** Data and salt of a signal of which only the digest is sealed. `hash` is the signal's. */
const disclosureSchema = z.strictObject({
  hash: sha256Schema,
  datasalt: sha256Schema,
  data: z.record(z.string(), z.unknown()),
});
type Disclosure = z.infer<typeof disclosureSchema>;
type Disclosures = Map<string, Disclosure>;

/** What a pack has beside its seal, so that it can be left out. */
export function disclosuresOf(signals: readonly Signal[]): Disclosure[] {
  return signals.flatMap(({ hash, datasalt, data }) =>
    datasalt === undefined ? [] : [{ hash, datasalt, data }],
  );
}

/** The disclosures of a pack, by the hash of their signal. */
export function readDisclosures(files: ReadonlyMap<string, Uint8Array>): Disclosures {
  const bytes = files.get(DISCLOSURES_FILE);
  const lines = bytes ? readLines(DISCLOSURES_FILE, bytes, disclosureSchema, "disclosure") : [];
  const disclosures = new Map(lines.map((line) => [line.hash, line]));
  if (disclosures.size !== lines.length)
    throw new Refusal("RECORD_WRONG", `${DISCLOSURES_FILE} discloses one signal's data twice.`);
  return disclosures;
}

/**
 * The signals of a log with their data, as far as it is disclosed; what was used is taken out of `disclosures`. Data
 * may be missing only where the kind of signal allows it: such a signal is given without any.
 */
export function disclose(
  name: string,
  signals: readonly SealedSignal[],
  disclosures: Disclosures,
  withholdable: ReadonlySet<string> = new Set(),
): AnySignal[] {
  return signals.map((signal) => {
    if (isV1(signal) || "data" in signal) return signal;
    const place = `signal ${sequenceOf(signal)} of ${name}`;
    const disclosed = disclosures.get(signal.hash);
    if (!disclosed) {
      if (withholdable.has(signal.type)) return { ...signal, data: {} };
      throw new Refusal("LINE_UNREADABLE", `${place} is without its data, which ${signal.type} must have.`);
    }
    const { datasalt, data } = disclosed;
    if (dataDigest(datasalt, data) !== signal.datadigest)
      throw new Refusal("RECORD_WRONG", `${DISCLOSURES_FILE} has other data for ${place} than was sealed.`);
    disclosures.delete(signal.hash);
    return { ...signal, datasalt, data };
  });
}

/** How many signals have only the digest of their data. */
export function countWithheld(signals: readonly AnySignal[]): number {
  return signals.filter(
    (signal) => !isV1(signal) && signal.datadigest !== undefined && signal.datasalt === undefined,
  ).length;
}
