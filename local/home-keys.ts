import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readIfThere } from "#local/durable/read-file.ts";
import { createDurably } from "#local/durable/write-file.ts";
import { hmac } from "#local/sigv4/digest.ts";
import type { KeyPair } from "#local/sts/identities.ts";

/** What opens the small cloud of one home, and no other. */
export interface HomeKeys {
  /** Signs requests to AWS services. */
  readonly aws: KeyPair;
  /** The tokens of the small cloud's own GitHub and Vercel. */
  readonly github: string;
  readonly vercel: string;
  /** The token of the programs that work on the data folder itself. */
  readonly local: string;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/**
 * The keys of a home, made at its first start. The key pair lies in `<home>/credentials`, readable by its owner
 * only, in the format of AWS's shared credentials file; the tokens follow from its secret.
 */
export function homeKeys(home: string): HomeKeys {
  const path = join(home, "credentials");
  if (!existsSync(path)) createDurably(path, newKeyPair());
  const aws = readKeyPair(path);
  const token = (name: string) => hmac(aws.secretAccessKey, `gantry.${name}-token`).toString("base64url");
  return { aws, github: token("github"), vercel: token("vercel"), local: token("local") };
}

/** The default profile of a shared credentials file. Throws a sentence that names the file. */
export function readKeyPair(path: string): KeyPair {
  const text = readIfThere(path)?.toString() ?? "";
  const value = (name: string) => new RegExp(`^${name} *= *(\\S+)$`, "m").exec(text)?.[1];
  const [accessKeyId, secretAccessKey] = [value("aws_access_key_id"), value("aws_secret_access_key")];
  if (accessKeyId && secretAccessKey) return { accessKeyId, secretAccessKey };
  throw new Error(
    `${path}: must have aws_access_key_id and aws_secret_access_key; remove it and a new one is made`,
  );
}

function newKeyPair(): string {
  const id = `AKIA${Array.from(randomBytes(16), (byte) => ALPHABET[byte % 32]).join("")}`;
  const secret = randomBytes(30).toString("base64");
  return `[default]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`;
}
