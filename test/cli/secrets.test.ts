import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetParameterCommand, type Parameter, SSMClient } from "@aws-sdk/client-ssm";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { githubAuth } from "#adapters/github/auth.ts";
import { passwords } from "#adapters/passwords/passwords.ts";
import { LEAVE_PASTES } from "#cli/secrets/hidden-input.ts";
import { logIn } from "#core/identity/session.ts";
import { accountStub } from "#test/cli/account-stub.ts";
import { gantry, type Ran } from "#test/cli/scripted-api.ts";
import { memoryWorld, OWNER } from "#test/support/memory-world.ts";

let account: Awaited<ReturnType<typeof accountStub>>;
let client: SSMClient;
const folder = mkdtempSync(join(tmpdir(), "gantry-secrets-"));

beforeEach(async () => {
  account = await accountStub();
  client = new SSMClient({});
});
afterEach(async () => {
  client.destroy();
  await account.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Never to be seen: part of every value that is set here. */
const CANARY = "canary0123456789canary";
const LATER = "Running functions keep the value they have read until their next cold start.";
const GITHUB_TOKEN = `ghp_${CANARY}`;
const privateKey = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
}).privateKey;

const secrets = (words: string, options: Parameters<typeof gantry>[1] = {}) =>
  gantry(["secrets", ...words.split(" ")], options);

async function stored(name: string, stage = "dev"): Promise<Parameter | undefined> {
  const asked = new GetParameterCommand({ Name: `/gantry/${stage}/${name}`, WithDecryption: true });
  return (await client.send(asked).catch(() => undefined))?.Parameter;
}

function expectSilence({ stdout, stderr }: Ran, value = CANARY): void {
  expect(stdout + stderr).not.toContain(value);
}

describe("gantry secrets set", () => {
  it("stores piped input as a SecureString, without the line break at its end", async () => {
    const ran = await secrets("set github-token", { piped: `${GITHUB_TOKEN}\n` });
    expect(ran).toMatchObject({ exit: 0, stderr: "" });
    expect(ran.stdout).toBe(`github-token is set in dev (version 1).\n${LATER}\n`);
    expect(await stored("github-token")).toMatchObject({ Type: "SecureString", Value: GITHUB_TOKEN });
    expectSilence(ran);
  });

  it("replaces a value, in the given stage", async () => {
    for (const [version, letter] of ["a", "b"].entries()) {
      const token = `${letter}${CANARY}`;
      const ran = await secrets("set vercel-token --stage prod --json", { piped: token });
      expect(JSON.parse(ran.stdout)).toEqual({ name: "vercel-token", stage: "prod", version: version + 1 });
      expect((await stored("vercel-token", "prod"))?.Value).toBe(token);
      expectSilence(ran);
    }
    expect(await stored("vercel-token")).toBeUndefined();
  });

  it("prompts for a password twice, without echo, and stores only a hash that the log-in verifies", async () => {
    const password = `pass wörd ${CANARY}`;
    const ran = await secrets("set users/owner", { typed: [password, password], tty: true });
    expect(ran.exit).toBe(0);
    expect(ran.raw).toEqual([true, false, true, false]);
    expect(ran.stdout).toContain("It takes effect at the next login; open sessions remain valid");
    expectSilence(ran);
    const services = {
      ...memoryWorld(),
      passwords,
      secrets: { get: async (name: string) => (await stored(name))?.Value },
    };
    const login = { user: "owner", password, address: "203.0.113.9" };
    const { caller } = await logIn(services, login);
    expect(caller).toEqual({ ...OWNER, tenant: "main" });
    await expect(logIn(services, { ...login, password: `${password} ` })).rejects.toThrow("wrong");
  });

  it("sets a user's authority roles and teams, keeps them, and removes them", async () => {
    const set = async (options: string) => {
      await secrets(`set users/grace ${options}`, { piped: `pass word ${CANARY}` });
      const { roles, teams } = JSON.parse((await stored("users/grace"))?.Value ?? "");
      return { roles, teams };
    };
    const given = { roles: ["tech_lead", "release_manager"], teams: ["payments"] };
    expect(await set("--authority-roles tech_lead,release_manager --teams payments")).toEqual(given);
    expect(await set("--tenant acme --role member")).toEqual(given);
    expect(await set("--authority-roles=")).toEqual({ roles: [], teams: ["payments"] });
  });

  it("keeps tenant and role of a user whose password changes", async () => {
    await secrets("set users/ada --tenant acme --role viewer", { piped: `first ${CANARY}` });
    await secrets("set users/ada --role member", { piped: `second ${CANARY}` });
    const { phc, ...who } = JSON.parse((await stored("users/ada"))?.Value ?? "");
    expect(who).toEqual({ tenant: "acme", role: "member", roles: [], teams: [] });
    expect(await passwords.verify(phc, `second ${CANARY}`)).toBe(true);
  });

  it("reads a GitHub App from a file and stores it in the form that the functions read", async () => {
    const file = join(folder, "app.json");
    writeFileSync(file, JSON.stringify({ appId: 12, privateKey, installationId: "34" }, undefined, 2));
    const ran = await secrets(`set github-app --file ${file}`);
    expect(ran.exit).toBe(0);
    expectSilence(ran, privateKey.split("\n")[1]);
    const get = async (name: string) => (await stored(name))?.Value;
    expect(await githubAuth({ get })).toEqual({ appId: "12", privateKey, installationId: 34 });
  });

  it("generates a key where none is given, and never shows it", async () => {
    const made = [];
    for (const name of ["siri-key", "session-key"]) {
      const ran = await secrets(`set ${name}`, { typed: [""], tty: true });
      const hidden = (await stored(name))?.Value ?? "";
      expect(hidden).toMatch(/^[0-9a-f]{64}$/);
      expect(ran.stdout).toContain(`${name} is set in dev (version 1), to a new random key.`);
      expectSilence(ran, hidden);
      made.push(hidden);
    }
    expect(new Set(made).size).toBe(2);
    const json = await secrets("set siri-key --json", { piped: "\n" });
    expect(JSON.parse(json.stdout)).toEqual({ name: "siri-key", stage: "dev", version: 2 });
    const given = await secrets("set siri-key", { piped: "ab".repeat(32) });
    expectSilence(given, "ab".repeat(32));
    expect(given.stdout).toContain("have to be paired again");
    expect((await stored("siri-key"))?.Value).toBe("ab".repeat(32));
  });

  it("prompts for several values one after the other, and then writes all of them", async () => {
    const password = `several ${CANARY}`;
    const vercel = `several-${CANARY}`;
    const ran = await secrets("set users/several github-token vercel-token session-key --stage prod", {
      typed: [password, password, GITHUB_TOKEN, vercel, ""],
    });
    expect(ran.exit).toBe(0);
    const asked = ran.stderr.split("\n").map((line) => line.replace(/: .*$/, ""));
    expect(asked.slice(0, 5)).toEqual([
      "users/several",
      "Repeat",
      "github-token",
      "vercel-token",
      "session-key",
    ]);
    expect(ran.stdout.split("\n")).toEqual([
      "users/several is set in prod (version 1).",
      "github-token is set in prod (version 1).",
      "vercel-token is set in prod (version 1).",
      "session-key is set in prod (version 1), to a new random key.",
      "It takes effect at the next login; open sessions remain valid until they expire.",
      LATER,
      "",
    ]);
    expectSilence(ran);
    expect((await stored("github-token", "prod"))?.Value).toBe(GITHUB_TOKEN);
    expect((await stored("vercel-token", "prod"))?.Value).toBe(vercel);
    await secrets("remove users/several --stage prod");
    const both = await secrets("set siri-key session-key --stage prod --json", { typed: ["", ""] });
    expect(JSON.parse(both.stdout).secrets).toEqual([
      { name: "siri-key", stage: "prod", version: 1 },
      { name: "session-key", stage: "prod", version: 2 },
    ]);
  });

  it.each<[string, string[], number, string]>([
    ["a later one is interrupted", [GITHUB_TOKEN, "\x03"], 130, "Interrupted; nothing was changed."],
    ["a later one has a wrong shape", [GITHUB_TOKEN, "short"], 64, "vercel-token: must be a token"],
  ])("writes none of several when %s", async (_, typed, exit, sentence) => {
    const ran = await secrets("set github-token vercel-token", { typed });
    expect(ran.exit).toBe(exit);
    expect(ran.stderr).toContain(sentence);
    expect(account.asked).not.toContain("ssm:PutParameter");
    expectSilence(ran);
  });

  it.each([
    [
      "set github-token vercel-token",
      "A pipe or a file contains one value: give one secret name, or type the values",
    ],
    ["set github-token vercel-token --file /nowhere", "A pipe or a file contains one value"],
    ["set github-token github-token", "github-token is given more than once."],
    ["set users/ada --authority-roles Lead", "--authority-roles must be ids of a-z"],
    ["set users/ada --role editor", "--role must be one of owner, admin, member, viewer."],
    [
      "set github-token vercel-token --tenant acme",
      "--tenant, --role, --authority-roles and --teams are allowed only with users/<user>.",
    ],
    ["remove github-token vercel-token", "remove takes exactly one name."],
    ["list github-token", "list takes no names."],
  ])("prompts for nothing and changes nothing: %s", async (words, sentence) => {
    const ran = await secrets(words, { piped: GITHUB_TOKEN });
    expect(ran).toMatchObject({ exit: 64, stdout: "" });
    expect(ran.stderr).toContain(sentence);
    expect(account.asked).toEqual([]);
  });

  const app = (change: object) => JSON.stringify({ appId: "1", privateKey, installationId: 2, ...change });
  it.each([
    ["users/eve", `${CANARY}\nx`, "password: must be one line of 12 to 1000 characters."],
    ["users/eve", "short", "password: must be one line of 12 to 1000 characters."],
    ["github-token", CANARY, "github-token: must be a token as issued by GitHub"],
    ["github-token", `${GITHUB_TOKEN} x`, "github-token: must be a token as issued by GitHub"],
    ["vercel-token", "", "vercel-token: is empty; it must be a token as issued by Vercel"],
    ["vercel-token", `"${CANARY}"`, "vercel-token: must be a token as issued by Vercel"],
    ["session-key", CANARY, "session-key: must be 32 bytes as 64 digits of lower-case hex."],
    ["siri-key", `${CANARY}\n\n`, "siri-key: must be 32 bytes as 64 digits of lower-case hex."],
    ["github-app", CANARY, 'github-app: it must be a JSON object {"appId"'],
    ["github-app", `["${CANARY}"]`, 'github-app: it must be a JSON object {"appId"'],
    ["github-app", app({ appId: CANARY }), "github-app: appId: must be the App's id, such as 123456."],
    [
      "github-app",
      app({ privateKey: CANARY }),
      "github-app: privateKey: must be an RSA private key in PEM form.",
    ],
    [
      "github-app",
      app({ installationId: CANARY }),
      "github-app: installationId: must be the installation's numeric id",
    ],
    [
      "github-app",
      app({ privateKey: undefined }),
      "github-app: privateKey: must be the App's private key as PEM.",
    ],
    ["github-app", app({ [CANARY]: 1 }), "github-app: only the members appId, privateKey and"],
    ["github-app", app({ privateKey: privateKey + " ".repeat(4000) }), "longer than 4096 bytes"],
    ["github-token", CANARY.repeat(4000), "The value is longer than 65536 bytes, the limit for a secret."],
  ])("refuses %s of the wrong form, names the field, and writes nothing", async (name, value, sentence) => {
    const ran = await secrets(`set ${name}`, { piped: value });
    expect(ran).toMatchObject({ exit: 64, stdout: "" });
    expect(ran.stderr).toContain(sentence);
    expectSilence(ran);
    expectSilence(ran, privateKey.split("\n")[1]);
    expect(account.asked).not.toContain("ssm:PutParameter");
    expect(await stored(name)).toBeUndefined();
  });

  it("accepts no value on the command line, and repeats none that is there", async () => {
    for (const argv of [
      ["set", "github-token", GITHUB_TOKEN],
      ["set", GITHUB_TOKEN],
      ["set", "github-token", `--value=${GITHUB_TOKEN}`],
      [GITHUB_TOKEN],
    ]) {
      const ran = await gantry(["secrets", ...argv], { piped: "" });
      expect(ran.exit).toBe(64);
      expectSilence(ran);
    }
  });

  it("sets nothing when the two passwords differ", async () => {
    const ran = await secrets("set users/bob", { typed: [`one ${CANARY}`, `two ${CANARY}`] });
    expect(ran.exit).toBe(64);
    expect(ran.stderr).toContain("The two entries differ; nothing was set.");
    expectSilence(ran);
    expect(await stored("users/bob")).toBeUndefined();
  });

  it("restores the terminal and sets nothing after Ctrl+C, Ctrl+D or a signal", async () => {
    for (const key of [`${CANARY}\x03`, "\x04"]) {
      const ran = await secrets("set vercel-token", { typed: [key] });
      expect(ran).toMatchObject({ exit: 130, raw: [true, false] });
      expect(ran.stderr.endsWith(`${LEAVE_PASTES}\ngantry: Interrupted; nothing was changed.\n`)).toBe(true);
      expectSilence(ran);
    }
    const killed = await secrets("set vercel-token", { typed: [], signal: AbortSignal.abort() });
    expect(killed).toMatchObject({ exit: 130, raw: [true, false] });
    const piped = await secrets("set siri-key --stage prod", { piped: "", signal: AbortSignal.abort() });
    expect(piped.exit).toBe(130);
    expect((await stored("siri-key", "prod"))?.Version ?? 0).toBeLessThan(2);
    expect(await stored("vercel-token")).toBeUndefined();
  });
});

describe("gantry secrets list and gantry secrets remove", () => {
  it("list the names and times of secrets without values, and remove one", async () => {
    await secrets("set github-token", { piped: GITHUB_TOKEN });
    await secrets("set vercel-token", { piped: CANARY });
    for (let version = 1; version <= 2; version++)
      await secrets("set users/ada", { piped: `pass word ${CANARY}` });
    account.asked.length = 0;
    const listed = await secrets("list");
    expect(account.asked).toEqual(["ssm:DescribeParameters"]);
    expect(listed.stdout).toMatch(/^github-token +set \d{4}-\d\d-\d\d \d\d:\d\d {2}version 1$/m);
    expect(listed.stdout).toMatch(/^users\/ada +set .* version 2$/m);
    expectSilence(listed);
    const json = JSON.parse((await secrets("list --json")).stdout);
    expect(json.secrets).toContainEqual({
      name: "vercel-token",
      set_at: expect.stringMatching(/^2\d{3}-.*Z$/),
      version: 1,
    });

    const removed = await secrets("remove vercel-token");
    expect(removed).toMatchObject({ exit: 0, stdout: `vercel-token is removed from dev. ${LATER}\n` });
    expect(await stored("vercel-token")).toBeUndefined();
    expect((await secrets("list")).stdout).toMatch(/^vercel-token +not set$/m);
    const again = await secrets("remove vercel-token");
    expect(again).toMatchObject({ exit: 1, stderr: "gantry: vercel-token is not set in dev.\n" });
  });

  it("report an installation without secrets", async () => {
    const { stdout } = await secrets("list --stage prod --region eu-west-1");
    expect(stdout).toMatch(/^users\/<user> +not set$/m);
  });
});

describe("gantry secrets with an AWS account that cannot be used", () => {
  const without = async (changes: Record<string, string | undefined>, run: () => Promise<Ran>) => {
    const before = { ...process.env };
    for (const [name, value] of Object.entries(changes))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    try {
      return await run();
    } finally {
      process.env = before;
    }
  };

  it("prints one sentence when there are no credentials, also as JSON", async () => {
    const changes = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined };
    const ran = await without(changes, () => secrets("set github-token --json", { piped: GITHUB_TOKEN }));
    const message =
      "There are no AWS credentials. Log in with aws configure or aws sso login, or set AWS_PROFILE.";
    expect(ran).toMatchObject({ exit: 1, stderr: `gantry: ${message}\n` });
    expect(JSON.parse(ran.stdout)).toEqual({ error: { code: "Unauthenticated", message } });
    expectSilence(ran);
  });

  it("prints one sentence when no region is set", async () => {
    const ran = await without({ AWS_REGION: undefined }, () => secrets("list"));
    expect(ran).toMatchObject({
      exit: 1,
      stdout: "",
      stderr: "gantry: No AWS region is set. Use --region, or set AWS_REGION.\n",
    });
  });
});
