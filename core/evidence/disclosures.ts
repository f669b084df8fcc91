import { z } from "zod";
import { DISCLOSURES_FILE } from "#core/evidence/files.ts";
import { readLines } from "#core/evidence/read-lines.ts";
import type { SealedSignal } from "#core/evidence/sealed-signal.ts";
import { Refusal } from "#core/evidence/verdict.ts";
import { sha256Schema } from "#core/kernel/ids.ts";
import { dataDigest } from "#core/kernel/ledger/chain.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import { type AnySignal, isV1, sequenceOf } from "#core/kernel/ledger/signal-v1.ts";

/** Data and salt of a signal that is sealed with only the digest of its data. `hash` is the hash of that signal. */
const disclosureSchema = z.strictObject({
  hash: sha256Schema,
  datasalt: sha256Schema,
  data: z.record(z.string(), z.unknown()),
});
type Disclosure = z.infer<typeof disclosureSchema>;
type Disclosures = Map<string, Disclosure>;

/** The disclosures of a log. A pack keeps them outside the seal, so that they can be withheld. */
export function disclosuresOf(signals: readonly Signal[]): Disclosure[] {
  return signals.flatMap(({ hash, datasalt, data }) =>
    datasalt === undefined ? [] : [{ hash, datasalt, data }],
  );
}

/** The disclosures of a pack by the hash of their signal. Throws Refusal for an unreadable or duplicate disclosure. */
export function readDisclosures(files: ReadonlyMap<string, Uint8Array>): Disclosures {
  const bytes = files.get(DISCLOSURES_FILE);
  const lines = bytes ? readLines(DISCLOSURES_FILE, bytes, disclosureSchema, "disclosure") : [];
  const disclosures = new Map(lines.map((line) => [line.hash, line]));
  if (disclosures.size !== lines.length)
    throw new Refusal("RECORD_WRONG", `${DISCLOSURES_FILE} discloses one signal's data twice.`);
  return disclosures;
}

/**
 * The signals of a log with their disclosed data. Removes each disclosure that it uses from `disclosures`. A signal
 * of a withholdable type without a disclosure is returned with empty data; for any other type this throws Refusal.
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
      throw new Refusal(
        "LINE_UNREADABLE",
        `${place} has no data; the data of ${signal.type} cannot be withheld.`,
      );
    }
    const { datasalt, data } = disclosed;
    if (dataDigest(datasalt, data) !== signal.datadigest)
      throw new Refusal(
        "RECORD_WRONG",
        `The data of ${place} in ${DISCLOSURES_FILE} differs from the sealed digest.`,
      );
    disclosures.delete(signal.hash);
    return { ...signal, datasalt, data };
  });
}

/** The number of signals of which only the digest of the data is known. */
export function countWithheld(signals: readonly AnySignal[]): number {
  return signals.filter(
    (signal) => !isV1(signal) && signal.datadigest !== undefined && signal.datasalt === undefined,
  ).length;
}
