import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { shortcutFile } from "#cli/siri/shortcut.ts";
import { gantry, problem, type Script, scriptedApis } from "#test/cli/scripted-api.ts";
import { signedHeaders } from "#test/support/siri.ts";

const folder = mkdtempSync(join(tmpdir(), "gantry-siri-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "Gantry.shortcut");
const api = scriptedApis(() => ({ GANTRY_PUBLIC_URL: "https://gantry.example.com" }));

const KEY = { key_id: "sk_3f8k2m9q", k1: "1".repeat(64), k2: "2".repeat(64) };
const MADE: Script = {
  "POST /gantry/keys": { status: 201, body: { ...KEY, expires_at: "2027-05-20T00:00:00.000Z" } },
  [`POST /gantry/keys/${KEY.key_id}/revoke`]: { body: {} },
};
const TESTED = {
  key_id: KEY.key_id,
  text_sha256: "0".repeat(64),
  text_bytes: 19,
  canonical: "gantry-siri-v1:…",
  signature_matches: true,
  seconds_behind: 0,
  time_accepted: true,
  speech: "The phone is set up correctly.",
};
const TURN = {
  conversation_id: "c_1",
  state: "open",
  status: "AWAITING_INPUT",
  speech: "What should it list?",
  question: null,
  plan: null,
  gate_id: null,
  notices: [],
};

describe("gantry siri pair", () => {
  it("makes a key, writes the Shortcut without it, and shows every field once", async () => {
    const { env, asked } = await api(MADE);
    const ran = await gantry(["siri", "pair", "--name", "Ada's phone", "--file", file], { env });
    expect(ran).toMatchObject({ exit: 0, stderr: "" });
    expect(asked.at(-1)).toMatchObject({ path: "/gantry/keys", body: { kind: "siri", name: "Ada's phone" } });
    expect(readFileSync(file)).toEqual(shortcutFile());
    for (const part of [
      "  Address   https://gantry.example.com\n",
      `  Key id    ${KEY.key_id}\n`,
      `  Part 1    ${KEY.k1}\n`,
      `  Part 2    ${KEY.k2}\n`,
      "is valid until 2027-05-20",
      `shortcuts sign --mode anyone --input ${file} --output ${folder}/Gantry.signed.shortcut\n`,
      "a Linux server cannot make one that opens",
      "Headers: X-Gantry-Signature: v1=[Signature]\n",
    ])
      expect(ran.stdout).toContain(part);
    expect(ran.stdout).toMatch(/24\. Speak Text\n +Text: \[Speech\]\[Problem\]/);
  });

  it("prints all of it for programs", async () => {
    const { env } = await api(MADE);
    const ran = await gantry(["siri", "pair", "--file", file, "--json"], { env });
    expect(JSON.parse(ran.stdout)).toEqual({
      address: "https://gantry.example.com",
      file,
      sign: expect.stringContaining("shortcuts sign --mode anyone"),
      ...KEY,
      expires_at: "2027-05-20T00:00:00.000Z",
    });
    expect(ran.stderr).toBe("");
  });

  it("warns of an address without TLS", async () => {
    const { env } = await api(MADE);
    const ran = await gantry(["siri", "pair", "--file", file, "--url", "http://gantry.lan:5050"], { env });
    expect([ran.exit, ran.stderr]).toEqual([0, expect.stringContaining("can be read on the way")]);
  });

  it.each([
    ["no address that a phone can reach", {}, ["--file", file], "A phone cannot reach http://127.0.0.1"],
    ["a loopback address", {}, ["--file", file, "--url", "http://localhost:5050"], "--url must be an http"],
    [
      "a public address with a path",
      { GANTRY_PUBLIC_URL: "https://x.example/a" },
      ["--file", file],
      "GANTRY_PUBLIC_URL must be",
    ],
    [
      "a file that cannot be written",
      {},
      ["--url", "https://x.example", "--file", "/nonexistent/x"],
      "--file: /nonexistent/x cannot be written",
    ],
    ["words", {}, ["now"], "pair takes no words"],
  ])("makes no key for %s", async (_, more, options, sentence) => {
    const { env, asked } = await api(MADE);
    const ran = await gantry(["siri", "pair", ...options], {
      env: { ...env, GANTRY_PUBLIC_URL: "", ...more },
    });
    expect([ran.exit, ran.stdout, asked]).toEqual([64, "", []]);
    expect(ran.stderr).toContain(sentence);
  });
});

describe("gantry siri test", () => {
  const local = { GANTRY_PUBLIC_URL: "" };

  it("sends a self-test and a request, both signed as the scheme demands, and revokes its key", async () => {
    const { env, asked } = await api({
      ...MADE,
      "POST /gantry/siri/selftest": { body: TESTED },
      "POST /gantry/siri": { body: TURN },
    });
    const ran = await gantry(["siri", "test", "Build", "me", "a", "quiz"], { env: { ...env, ...local } });
    expect(ran).toMatchObject({ exit: 0, stderr: "" });
    expect(ran.stdout).toContain("The phone is set up correctly.");
    expect(ran.stdout).toContain("Build me a quiz: AWAITING_INPUT. What should it list?");
    expect(asked.map(({ path }) => path)).toEqual([
      "/gantry/auth",
      "/gantry/keys",
      "/gantry/siri/selftest",
      "/gantry/siri",
      `/gantry/keys/${KEY.key_id}/revoke`,
    ]);
    for (const { headers, body } of asked.slice(2, 4)) {
      const said = {
        text: "Build me a quiz",
        timestamp: headers["x-gantry-timestamp"] as string,
        nonce: headers["x-gantry-nonce"] as string,
      };
      expect(body).toEqual({ text: said.text });
      expect(headers).toMatchObject({
        "x-gantry-signature": signedHeaders(KEY, said)["X-Gantry-Signature"],
      });
      expect(headers.authorization).toBeUndefined();
    }
    expect(asked[2]?.headers["x-gantry-nonce"]).not.toBe(asked[3]?.headers["x-gantry-nonce"]);
  });

  it("ends with 1, and sends no request, when the signature does not match", async () => {
    const self_test = { ...TESTED, signature_matches: false, speech: "The signature does not match." };
    const { env, asked } = await api({ ...MADE, "POST /gantry/siri/selftest": { body: self_test } });
    const ran = await gantry(["siri", "test", "--json"], { env: { ...env, ...local } });
    expect([ran.exit, JSON.parse(ran.stdout)]).toEqual([
      1,
      { ok: false, address: env.GANTRY_URL, self_test, reply: null },
    ]);
    expect(asked.at(-1)?.path).toBe(`/gantry/keys/${KEY.key_id}/revoke`);
  });

  it("revokes its key when it is refused", async () => {
    const { env, asked } = await api({
      ...MADE,
      "POST /gantry/siri/selftest": problem(401, "Unauthenticated", "There is no such Siri key."),
    });
    const ran = await gantry(["siri", "test"], { env: { ...env, ...local } });
    expect([ran.exit, ran.stderr]).toEqual([1, "gantry: There is no such Siri key.\n"]);
    expect(asked.at(-1)?.path).toBe(`/gantry/keys/${KEY.key_id}/revoke`);
  });

  it("names the address at which nothing responds, and what to check", async () => {
    const { env } = await api(MADE);
    const ran = await gantry(["siri", "test"], { env: { ...env, GANTRY_PUBLIC_URL: "http://0.0.0.0:9" } });
    expect([ran.exit, ran.stderr]).toEqual([
      1,
      "gantry: No Gantry service responds at http://0.0.0.0:9. Check the tunnel with: gantry doctor\n",
    ]);
  });

  it("takes the parts of a phone's key at hidden prompts, and makes no other", async () => {
    const { env, asked } = await api({
      "POST /gantry/siri/selftest": { body: TESTED },
      "POST /gantry/siri": { body: TURN },
    });
    const ran = await gantry(["siri", "test", "--key-id", KEY.key_id], {
      env: { ...env, ...local },
      typed: [KEY.k1, KEY.k2],
      tty: true,
    });
    expect([ran.exit, ran.raw]).toEqual([0, [true, false, true, false]]);
    expect(ran.stdout + ran.stderr).not.toContain(KEY.k1);
    expect(asked.map(({ path }) => path)).toEqual(["/gantry/siri/selftest", "/gantry/siri"]);
  });

  it("asks for no part of a key without a terminal", async () => {
    const ran = await gantry(["siri", "test", "--key-id", KEY.key_id], { piped: "" });
    expect([ran.exit, ran.stderr]).toEqual([64, expect.stringContaining("--key-id needs a terminal")]);
  });
});

describe("gantry siri", () => {
  it.each([
    [["siri"], "<task> is missing."],
    [["siri", "unpair"], "<task> must be pair or test."],
  ])("refuses %j", async (argv, sentence) => {
    const { exit, stderr } = await gantry(argv);
    expect([exit, stderr]).toEqual([64, expect.stringContaining(sentence)]);
  });
});
