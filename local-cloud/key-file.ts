import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readIfThere } from "#local-cloud/durable/read-file.ts";
import { createDurably } from "#local-cloud/durable/write-file.ts";
import type { KeyPair } from "#local-cloud/sts/identities.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/**
 * Returns the key pair of a data folder, which is generated at its first start: a file in the format of AWS's
 * shared credentials file, readable by its owner only.
 */
export function keyPairAt(path: string): KeyPair {
  if (!existsSync(path)) createDurably(path, newKeyPair());
  return readKeyPair(path);
}

/** Reads the default profile of a shared credentials file. Throws an error that names the file. */
export function readKeyPair(path: string): KeyPair {
  const text = readIfThere(path)?.toString() ?? "";
  const value = (name: string) => new RegExp(`^${name} *= *(\\S+)$`, "m").exec(text)?.[1];
  const [accessKeyId, secretAccessKey] = [value("aws_access_key_id"), value("aws_secret_access_key")];
  if (accessKeyId && secretAccessKey) return { accessKeyId, secretAccessKey };
  throw new Error(
    `${path}: must have aws_access_key_id and aws_secret_access_key; remove it and a new one is generated`,
  );
}

function newKeyPair(): string {
  const id = `AKIA${Array.from(randomBytes(16), (byte) => ALPHABET[byte % 32]).join("")}`;
  const secret = randomBytes(30).toString("base64");
  return `[default]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`;
}
