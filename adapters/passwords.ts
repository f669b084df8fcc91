import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { Passwords } from "#core/ports.ts";

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;
/** OWASP's recommendation for Argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const derive = promisify(argon2);

/** Argon2id from Node's own crypto, in PHC string form. */
export const passwords: Passwords = {
  async verify(phc, password) {
    const match = PHC.exec(phc);
    if (!match) return false;
    const [, memory, passes, parallelism, salt = "", tag = ""] = match;
    const expected = Buffer.from(tag, "base64");
    const actual = await hash(password, Buffer.from(salt, "base64"), expected.length, {
      memory: Number(memory),
      passes: Number(passes),
      parallelism: Number(parallelism),
    });
    return timingSafeEqual(expected, actual);
  },
};

/** The PHC string of a password under a fresh salt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await hash(password, salt, 32, COST);
  const plain = (bytes: Buffer) => bytes.toString("base64").replaceAll("=", "");
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${plain(salt)}$${plain(tag)}`;
}

function hash(password: string, nonce: Buffer, tagLength: number, cost: typeof COST): Promise<Buffer> {
  return derive("argon2id", { message: password, nonce, tagLength, ...cost }) as Promise<Buffer>;
}
