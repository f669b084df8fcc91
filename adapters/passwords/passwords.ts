import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { Passwords } from "#core/identity/passwords.ts";
import { PASSWORD_COST, passwordPhc, SALT_BYTES } from "#core/identity/phc.ts";

const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;
const derive = promisify(argon2);

/** Hashes and verifies Argon2id PHC strings with Node's crypto. Parameters outside RFC 9106 match no password. */
export const passwords: Passwords = {
  async hash(message) {
    const nonce = randomBytes(SALT_BYTES);
    return passwordPhc(nonce, (await derive("argon2id", { message, nonce, ...PASSWORD_COST })) as Buffer);
  },
  async verify(phc, password) {
    const match = PHC.exec(phc);
    if (!match) return false;
    const [memory = 0, passes = 0, parallelism = 0] = match.slice(1, 4).map(Number);
    const [nonce, expected] = [match[4], match[5]].map((part = "") => Buffer.from(part, "base64"));
    if (!nonce || !expected || nonce.length < 8 || expected.length < 4) return false;
    if (passes < 1 || parallelism < 1 || memory < 8 * parallelism) return false;
    const cost = { memory, passes, parallelism, tagLength: expected.length };
    const actual = await derive("argon2id", { message: password, nonce, ...cost });
    return timingSafeEqual(expected, actual as Buffer);
  },
};
