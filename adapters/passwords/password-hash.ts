import * as crypto from "node:crypto";
import { promisify } from "node:util";
import { argon2id } from "@noble/hashes/argon2.js";
import { PASSWORD_COST, passwordPhc, SALT_BYTES } from "#core/identity/phc.ts";

type Tagging = (password: string, salt: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** A password under a fresh salt, as a PHC string that `passwords` verifies. `tag` is its Argon2id. */
export async function passwordHash(password: string, tag: Tagging = bestTag()): Promise<string> {
  const salt = crypto.randomBytes(SALT_BYTES);
  return passwordPhc(salt, await tag(password, salt));
}

/** Node has Argon2 from 24.7 on; the command that sets passwords runs on older ones too, and takes its time there. */
function bestTag(): Tagging {
  const argon2 = crypto.argon2 as typeof crypto.argon2 | undefined;
  if (argon2 === undefined) return portableTag;
  return (message, nonce) => promisify(argon2)("argon2id", { message, nonce, ...PASSWORD_COST });
}

export function portableTag(password: string, salt: Uint8Array): Uint8Array {
  const { memory, passes, parallelism, tagLength } = PASSWORD_COST;
  return argon2id(password, salt, { m: memory, t: passes, p: parallelism, dkLen: tagLength });
}
