import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "@jest/globals";
import { passwordHash as commandHash } from "#adapters/passwords/password-hash.ts";
import { passwords } from "#adapters/passwords/passwords.ts";
import { passwordHash } from "#local/password-hash.ts";

const run = promisify(execFile);

/** "password" under the salt "somesalt", from the tests of Argon2's reference implementation. */
const REFERENCE = [
  ["m=256,t=2,p=1", "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"],
  ["m=256,t=2,p=2", "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037"],
] as const;
const phc = (cost: string, tag: string, salt = "c29tZXNhbHQ") =>
  `$argon2id$v=19$${cost}$${salt}$${Buffer.from(tag, "hex").toString("base64").replaceAll("=", "")}`;

/** In a process of its own: the portable code is forty times slower between jest's globals. */
async function portableHash(password: string): Promise<string> {
  const module = JSON.stringify(import.meta.resolve("#adapters/passwords/password-hash.ts"));
  const code = `const { passwordHash, portableTag } = await import(${module});
    process.stdout.write(await passwordHash(process.argv[1], portableTag));`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", code, password]);
  return stdout;
}

describe("verifying a password", () => {
  it.each(REFERENCE)("agrees with the reference implementation (%s)", async (cost, tag) => {
    expect(await passwords.verify(phc(cost, tag), "password")).toBe(true);
    expect(await passwords.verify(phc(cost, tag), "Password")).toBe(false);
  });

  it.each([
    ["the small cloud", passwordHash],
    ["the command", commandHash],
    ["the command on an older Node", portableHash],
  ])("accepts what %s hashed, and no other password", async (_, hashOf) => {
    const hash = await hashOf("pass wörd");
    expect(await passwords.verify(hash, "pass wörd")).toBe(true);
    for (const wrong of ["", "pass wörd ", "pass word"])
      expect(await passwords.verify(hash, wrong)).toBe(false);
  });

  const [[cost, tag]] = REFERENCE;
  it.each([
    ["nothing", ""],
    ["plain text", "password"],
    ["another algorithm", phc(cost, tag).replace("argon2id", "argon2i")],
    ["another version", phc(cost, tag).replace("v=19", "v=16")],
    ["no tag", phc(cost, "")],
    ["a tag that is too short", phc(cost, tag.slice(0, 6))],
    ["a salt that is too short", phc(cost, tag, "c29t")],
    ["no passes", phc("m=256,t=0,p=1", tag)],
    ["no lanes", phc("m=256,t=2,p=0", tag)],
    ["too little memory", phc("m=7,t=2,p=1", tag)],
    ["memory beyond all measure", phc("m=99999999999,t=2,p=1", tag)],
    ["something behind it", `${phc(cost, tag)}$x`],
  ])("returns false for a hash that is %s", async (_what, hash) => {
    expect(await passwords.verify(hash, "password")).toBe(false);
  });
});
