import * as crypto from "node:crypto";
import { promisify } from "node:util";
import { argon2id } from "@noble/hashes/argon2.js";
import { PASSWORD_COST, passwordPhc, SALT_BYTES } from "#core/identity/phc.ts";

type Tagging = (password: string, salt: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** Hashes a password with a new salt, as a PHC string that `passwords` verifies. `tag` computes Argon2id. */
export async function passwordHash(password: string, tag: Tagging = bestTag()): Promise<string> {
  const salt = crypto.randomBytes(SALT_BYTES);
  return passwordPhc(salt, await tag(password, salt));
}

/** Node has Argon2 since 24.7. The command that sets passwords also runs on older versions, where it is slower. */
function bestTag(): Tagging {
  const argon2 = crypto.argon2 as typeof crypto.argon2 | undefined;
  if (argon2 === undefined) return portableTag;
  return (message, nonce) => promisify(argon2)("argon2id", { message, nonce, ...PASSWORD_COST });
}

export function portableTag(password: string, salt: Uint8Array): Uint8Array {
  const { memory, passes, parallelism, tagLength } = PASSWORD_COST;
  return argon2id(password, salt, { m: memory, t: passes, p: parallelism, dkLen: tagLength });
}
