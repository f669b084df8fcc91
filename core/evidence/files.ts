/** Files of a pack. */
export const EVENTS_FILE = "events.jsonl";
export const SEAL_FILE = "seal.dsse.json";
export const KEY_FILE = "key.pem";
/** Data of signals that are sealed with only its digest. The seal does not cover this file, so it may be omitted. */
export const DISCLOSURES_FILE = "disclosures.jsonl";

/** The files of a pack by name. */
export type PackFiles = ReadonlyMap<string, Uint8Array>;
