import { sha256Hex } from "#core/kernel/hash.ts";

/** The name of the signature scheme, with which every signed string begins. */
const SCHEME = "gantry-siri-v1";

/**
 * The two secret parts of a Siri key: 32 bytes each, as 64 lower-case hex characters. That is exactly one block of
 * SHA-256, so the nested hash is NMAC, whose keys are what SHA-256 makes of each block, and cannot be extended.
 */
export interface SiriParts {
  readonly k1: string;
  readonly k2: string;
}

/** What is signed. `text` is the decoded text, never its bytes in JSON. */
export interface SiriMessage {
  readonly key_id: string;
  /** ISO 8601 with seconds and zone, as the phone sent it. */
  readonly timestamp: string;
  /** 64 lower-case hex characters. */
  readonly nonce: string;
  readonly text: string;
}

/**
 * The string that is signed. Its last two fields have a fixed length and the others no ambiguous colon, so two different
 * messages never have the same string.
 */
export function canonicalText({ key_id, timestamp, nonce, text }: SiriMessage): string {
  return [SCHEME, key_id, timestamp, nonce, sha256Hex(text)].join(":");
}

/**
 * The signature of the scheme `gantry-siri-v1`, in hex: `sha256(k2 + sha256(k1 + canonical text))`. Shortcuts has SHA-256
 * but no HMAC.
 */
export function siriSignature({ k1, k2 }: SiriParts, message: SiriMessage): string {
  return sha256Hex(k2 + sha256Hex(k1 + canonicalText(message)));
}
