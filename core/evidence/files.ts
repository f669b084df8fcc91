/** Names of the files that every pack has. */
export const EVENTS_FILE = "events.jsonl";
export const SEAL_FILE = "seal.dsse.json";
export const KEY_FILE = "key.pem";
/** Data of signals whose sealed form has only its digest. Not under the seal: it may be left out. */
export const DISCLOSURES_FILE = "disclosures.jsonl";

/** The files of a pack by name. */
export type PackFiles = ReadonlyMap<string, Uint8Array>;
