import { concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";
import { type AnySignal, isV1, sequenceOf } from "#core/kernel/ledger/signal-v1.ts";

/** The format in which signals are written. */
export const SIGNAL_FORMAT = "gantry.signal.v2";
export const SIGNAL_FORMAT_V1 = "gantry.signal.v1";

export const formatOf = (signal: object): string => (isV1(signal) ? SIGNAL_FORMAT_V1 : SIGNAL_FORMAT);

export const GENESIS_HASH = "0".repeat(64);

/** Adds the hash to a signal. Throws TypeError when its data is not plain JSON. */
export function sealSignal(body: Omit<Signal, "hash">): Signal {
  return { ...body, hash: signalHash(body) };
}

/** The hash of a signal: SHA-256(format "\n" prevhash "\n" JCS(sealed form without prevhash and hash)). */
function signalHash(signal: object): string {
  const { prevhash, hash: _, ...rest } = sealedForm(signal) as Partial<Signal>;
  return sha256Hex(`${formatOf(signal)}\n${prevhash}\n${canonicalJson(rest)}`);
}

/** The form of a signal that is hashed and sealed: if its data may be withheld, without data and salt. */
export function sealedForm(signal: object): object {
  if (!("datadigest" in signal)) return signal;
  const { data: _, datasalt: __, ...sealed } = signal as Partial<Signal>;
  return sealed;
}

/** SHA-256(salt, JCS(data)). `salt` is 32 bytes in hex. */
export function dataDigest(salt: string, data: Signal["data"]): string {
  return sha256Hex(concatBytes(hexToBytes(salt), utf8ToBytes(canonicalJson(data))));
}

interface ChainFault {
  readonly sequence: number;
  readonly reason: "format" | "sequence" | "place" | "prevhash" | "hash" | "data";
}

/** A signal without its withheld data. */
type Withheld = Omit<Signal, "data">;

/**
 * The first fault of a chain that starts at genesis; undefined if there is none. A chain has one source and one format.
 */
export function chainFault(signals: readonly (AnySignal | Withheld)[]): ChainFault | undefined {
  let prevhash = GENESIS_HASH;
  for (const [index, signal] of signals.entries()) {
    const sequence = index + 1;
    const first = signals[0] as Withheld;
    if (rulesOf(signal) !== rulesOf(first)) return { sequence, reason: "format" };
    if (sequenceOf(signal) !== sequence) return { sequence, reason: "sequence" };
    if (signal.source !== first.source || signal.tenantid !== first.tenantid)
      return { sequence, reason: "place" };
    if (signal.prevhash !== prevhash) return { sequence, reason: "prevhash" };
    if (signalHash(signal) !== signal.hash) return { sequence, reason: "hash" };
    if (!hasItsData(signal)) return { sequence, reason: "data" };
    prevhash = signal.hash;
  }
  return undefined;
}

const rulesOf = (signal: Partial<Signal> | AnySignal): string =>
  `${formatOf(signal)} ${(signal as Partial<Signal>).semantics}`;

/** Whether the data, unless it is withheld, matches the digest. */
function hasItsData(signal: AnySignal | Withheld): boolean {
  const { data, datasalt, datadigest } = signal as Partial<Signal>;
  return data === undefined || datasalt === undefined || dataDigest(datasalt, data) === datadigest;
}
