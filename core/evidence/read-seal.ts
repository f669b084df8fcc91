import { envelopeSchema, PAYLOAD_TYPE, pae } from "#core/evidence/dsse.ts";
import { KEY_FILE, type PackFiles, SEAL_FILE } from "#core/evidence/files.ts";
import type { Claims, EvidenceKind } from "#core/evidence/kind.ts";
import { textOf } from "#core/evidence/read-files.ts";
import { Refusal } from "#core/evidence/verdict.ts";
import { fromBase64 } from "#core/kernel/base64.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { SIGNAL_FORMAT } from "#core/kernel/ledger/chain.ts";

export interface Trust {
  /**
   * The trusted public key as PEM. Without one the best verdict is INCONCLUSIVE: a pack cannot prove its authenticity.
   */
  readonly pinned_key: string | undefined;
  /**
   * Whether `signature` is a DER-encoded ECDSA P-256 signature with SHA-256 over `message`. Returns false, and does not
   * throw, for an unreadable key or signature: both can come from the pack.
   */
  readonly checkSignature: (pem: string, message: Uint8Array, signature: Uint8Array) => boolean;
}

/** The claims of the seal. They are parsed only after the signature was verified. Throws Refusal. */
export function readSeal(
  files: PackFiles,
  { pinned_key, checkSignature }: Trust,
  kinds: readonly EvidenceKind[],
): Claims {
  const envelope = envelopeSchema.safeParse(parseJson(textOf(files, SEAL_FILE)));
  if (!envelope.success)
    throw new Refusal("SEAL_UNREADABLE", `${SEAL_FILE} is not a DSSE envelope with one signature.`);
  const [signature] = envelope.data.signatures;
  const payload = fromBase64(envelope.data.payload);
  const key = pinned_key ?? textOf(files, KEY_FILE);
  if (!checkSignature(key, pae(PAYLOAD_TYPE, payload), fromBase64(signature?.sig ?? ""))) {
    throw new Refusal(
      "SIGNATURE_WRONG",
      `The seal is not signed by the ${pinned_key ? "trusted" : "pack's own"} key.`,
    );
  }
  return readClaims(new TextDecoder().decode(payload), kinds);
}

function readClaims(payload: string, kinds: readonly EvidenceKind[]): Claims {
  const body = parseJson(payload) as
    | { readonly predicateType?: unknown; readonly predicate?: Record<string, unknown> }
    | null
    | undefined;
  const stated = body?.predicate;
  const version = stated?.version;
  if (typeof version === "number" && version > 1)
    throw new Refusal(
      "VERSION_UNKNOWN",
      `The seal has version ${version}; this verifier supports version 1.`,
    );
  const format = stated?.signal_format;
  if (typeof format === "string" && format !== SIGNAL_FORMAT)
    throw new Refusal(
      "VERSION_UNKNOWN",
      `The signals have the format ${format}, which this verifier does not support.`,
    );
  const kind = kinds.find(({ predicateType }) => predicateType === body?.predicateType);
  const claims = kind?.read(body);
  if (!claims || !isCanonical(claims.statement, payload))
    throw new Refusal(
      "SEAL_UNREADABLE",
      "The seal is not an evidence statement that this verifier supports.",
    );
  return claims;
}

function isCanonical(value: unknown, text: string): boolean {
  try {
    return canonicalJson(value) === text;
  } catch {
    return false;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
