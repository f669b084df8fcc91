import { unzipSync } from "fflate";
import { disclosuresOf } from "#core/evidence/disclosures.ts";
import { type Envelope, PAYLOAD_TYPE, paeDigest } from "#core/evidence/dsse.ts";
import { DISCLOSURES_FILE, KEY_FILE, SEAL_FILE } from "#core/evidence/files.ts";
import { merkleRoot } from "#core/evidence/merkle.ts";
import type { Signer } from "#core/evidence/signer.ts";
import {
  type Predicate,
  type SealedChain,
  STATEMENT_TYPE,
  type Statement,
} from "#core/evidence/statement.ts";
import { zipFiles } from "#core/kernel/archive/zip.ts";
import { toBase64 } from "#core/kernel/base64.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { SIGNAL_FORMAT, sealedForm } from "#core/kernel/ledger/chain.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";

const MAX_FILES = 64;
const MAX_BYTES = 128 * 2 ** 20;
/** Size limit of a stored pack. */
export const MAX_PACK_BYTES = 160 * 2 ** 20;

export interface PackInput<P extends Predicate> {
  /** The signals of each log by file name. The predicate states the chain of each log. */
  readonly logs: Readonly<Record<string, readonly Signal[]>>;
  /** Other records by file name: plan, draft, audit result, policy. */
  readonly records: Readonly<Record<string, Uint8Array>>;
  readonly predicateType: string;
  readonly predicate: Omit<P, "version" | "signal_format">;
}

/** Builds and signs the pack: a ZIP of the records and a DSSE envelope over the digest of each of them. */
export async function makePack<P extends Predicate>(
  signer: Signer,
  input: PackInput<P>,
): Promise<{ zip: Uint8Array; statement: Statement<P>; seal_sha256: string }> {
  const logs = Object.entries(input.logs);
  const files = new Map<string, Uint8Array>([
    ...logs.map(([file, signals]) => [file, jsonLines(signals.map(sealedForm))] as const),
    ...Object.entries(input.records),
  ]);
  const statement: Statement<P> = {
    _type: STATEMENT_TYPE,
    subject: [...files].map(([name, bytes]) => ({ name, digest: { sha256: sha256Hex(bytes) } })),
    predicateType: input.predicateType,
    predicate: { version: 1, signal_format: SIGNAL_FORMAT, ...input.predicate } as P,
  };
  const seal = encode(JSON.stringify(await signStatement(signer, statement), null, 2));
  files.set(SEAL_FILE, seal);
  files.set(KEY_FILE, encode(await signer.publicKey()));
  const disclosures = disclosuresOf(logs.flatMap(([, signals]) => signals));
  if (disclosures.length > 0) files.set(DISCLOSURES_FILE, jsonLines(disclosures));
  return { zip: zipFiles(files), statement, seal_sha256: sha256Hex(seal) };
}

/**
 * The files of a pack by name. Throws RangeError when the pack exceeds the limits, and Error when it is not a ZIP
 * file or is ambiguous: a duplicate name, or a name that points outside the folder that the pack is unpacked to.
 */
export function openPack(zip: Uint8Array): Map<string, Uint8Array> {
  let total = 0;
  const names = new Set<string>();
  const files = unzipSync(zip, {
    filter: ({ name, originalSize }) => {
      total += originalSize;
      if (names.size >= MAX_FILES || total > MAX_BYTES) throw new RangeError("it is too large");
      if (names.has(name)) throw new Error(`${name} is in the pack twice`);
      if (!isPlainPath(name)) throw new Error(`${name} is not a path inside the pack`);
      names.add(name);
      return true;
    },
  });
  return new Map(Object.entries(files));
}

function isPlainPath(name: string): boolean {
  return (
    !/[\\\0:]/.test(name) && name.split("/").every((part) => !["", ".", "..", "__proto__"].includes(part))
  );
}

/** Size, Merkle root and last hash of a chain, as the seal states them. */
export function chainOf(signals: readonly { readonly hash: string }[]): SealedChain {
  return {
    size: signals.length,
    root: merkleRoot(signals.map((signal) => canonicalJson(sealedForm(signal)))),
    head: signals.at(-1)?.hash ?? "",
  };
}

async function signStatement(signer: Signer, statement: Statement): Promise<Envelope> {
  const payload = encode(canonicalJson(statement));
  const sig = await signer.sign(paeDigest(payload));
  return {
    payloadType: PAYLOAD_TYPE,
    payload: toBase64(payload),
    signatures: [{ keyid: keyId(await signer.publicKey()), sig: toBase64(sig) }],
  };
}

/** Fingerprint of a public key: SHA-256 of its PEM text with trailing white space removed. */
export function keyId(pem: string): string {
  return sha256Hex(pem.trim());
}

function jsonLines(values: readonly object[]): Uint8Array {
  return encode(values.map((value) => `${canonicalJson(value)}\n`).join(""));
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
