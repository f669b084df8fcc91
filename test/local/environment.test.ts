import { chmodSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { withUsed } from "#adapters/provider.ts";
import { deployments } from "#adapters/providers/deployments.ts";
import { probes } from "#adapters/providers/probes.ts";
import { repositories } from "#adapters/providers/repositories.ts";
import { readConfig, setEnvironment, unknownSettings } from "#local/config.ts";
import { functionEnvironment } from "#local/environment.ts";

const home = mkdtempSync(join(tmpdir(), "gantry-config-"));
const environment = (source: Record<string, string> = {}) =>
  functionEnvironment(readConfig({ GANTRY_HOME: home, ...source }), "http://127.0.0.1:5050");

/** The environment as the parts that talk to the world outside read it. */
const read = (env: Record<string, string>) =>
  z
    .object(
      Object.assign(
        {},
        ...withUsed([deployments, repositories, probes]).map((part) => part.env),
      ) as z.ZodRawShape,
    )
    .parse(env);

describe("the functions' environment on one machine", () => {
  it("is complete, and sets the local cloud as the endpoint of every protocol", () => {
    const env = read(environment());
    expect(env.GITHUB_API_URL).toBe("http://127.0.0.1:5050/github/api/v3");
    expect(env.VERCEL_API_URL).toBe("http://127.0.0.1:5050/vercel");
    expect(env.VERCEL_SCHEME).toBe("http");
  });

  it("leaves GitHub and Vercel to the product's defaults when tokens are given", () => {
    const env = read(
      environment({ GANTRY_GITHUB_TOKEN: "t", GANTRY_GITHUB_OWNER: "acme", GANTRY_VERCEL_TOKEN: "v" }),
    );
    expect(env).toMatchObject({
      GITHUB_API_URL: "https://api.github.com",
      GITHUB_OWNER: "acme",
      GITHUB_PAUSE_MS: 1000,
      VERCEL_API_URL: "https://api.vercel.com",
      VERCEL_SCHEME: "https",
    });
    expect(() => environment({ GANTRY_GITHUB_TOKEN: "t" })).toThrow("GANTRY_GITHUB_OWNER");
  });

  it("has the key of its data folder, and none of the person's AWS credentials, which the SDK would prefer", () => {
    const { keys } = readConfig({ GANTRY_HOME: home });
    expect(environment()).toMatchObject({
      AWS_ACCESS_KEY_ID: keys.aws.accessKeyId,
      AWS_SECRET_ACCESS_KEY: keys.aws.secretAccessKey,
    });
    const before = { ...process.env };
    const own = { AWS_PROFILE: "work", AWS_SESSION_TOKEN: "t", AWS_BEARER_TOKEN_BEDROCK: "b" };
    try {
      Object.assign(process.env, own);
      setEnvironment({ TABLE_NAME: "gantry" });
      expect(process.env.TABLE_NAME).toBe("gantry");
      expect(Object.keys(own).filter((name) => name in process.env)).toEqual([]);
    } finally {
      process.env = before;
    }
  });

  it("has the registry that npm is configured with, unless another is set", () => {
    expect(readConfig({ GANTRY_HOME: home, npm_config_registry: "https://one.test/" }).GANTRY_REGISTRY).toBe(
      "https://one.test/",
    );
    const both = {
      GANTRY_HOME: home,
      npm_config_registry: "https://one.test/",
      GANTRY_REGISTRY: "https://two.test/",
    };
    expect(readConfig(both).GANTRY_REGISTRY).toBe("https://two.test/");
  });

  it("names its cookie after this installation, and keeps the name", () => {
    const other = mkdtempSync(join(tmpdir(), "gantry-config-"));
    const { SESSION_COOKIE } = environment();
    expect(SESSION_COOKIE).toMatch(/^gantry-[\w-]{12}$/);
    expect(environment().SESSION_COOKIE).toBe(SESSION_COOKIE);
    expect(environment({ GANTRY_HOME: other }).SESSION_COOKIE).not.toBe(SESSION_COOKIE);
  });

  it("reads from a settings file what the environment does not set, and names unknown settings", () => {
    const file = join(mkdtempSync(join(tmpdir(), "gantry-settings-")), ".env");
    expect(unknownSettings(file)).toEqual([]);
    writeFileSync(
      file,
      '# mine\nPORT=6060\nLOG_LEVEL="WARN"\nGANTRY_URL=http://127.0.0.1:6060\nPROT=1\n__proto__=2\n',
    );
    expect(readConfig({ GANTRY_HOME: home, LOG_LEVEL: "ERROR" }, file)).toMatchObject({
      PORT: 6060,
      LOG_LEVEL: "ERROR",
    });
    expect(unknownSettings(file)).toEqual(["PROT"]);
    expect(environment({ LOG_LEVEL: "DEBUG" }).LOG_LEVEL).toBe("DEBUG");
  });

  it("keeps its data from other users of the machine, even in an existing folder", () => {
    const open = mkdtempSync(join(tmpdir(), "gantry-config-"));
    chmodSync(open, 0o755);
    readConfig({ GANTRY_HOME: open });
    expect(statSync(open).mode & 0o777).toBe(0o700);
  });

  it("refuses, by name, an unusable data folder and a settings file that is a folder", () => {
    const file = join(home, "file");
    writeFileSync(file, "");
    expect(() => readConfig({ GANTRY_HOME: file })).toThrow(
      `GANTRY_HOME: ${file} cannot be written: a file with this name already exists`,
    );
    expect(() => readConfig({ GANTRY_HOME: join(file, "below") })).toThrow(
      `GANTRY_HOME: ${join(file, "below")} cannot be written: part of the path is a file`,
    );
    const settings = join(home, ".env");
    mkdirSync(settings);
    expect(() => readConfig({ GANTRY_HOME: home }, settings)).toThrow(
      `${settings} must be a file and is a folder`,
    );
  });

  it.each([
    [{ PORT: "http" }, "PORT: must be a number"],
    [{ PORT: "0" }, "PORT: must be at least 1"],
    [{ PORT: "5060" }, "PORT: must be a port that browsers do not block, such as 5050"],
    [{ PORT: "1.5" }, "PORT: must be a whole number"],
    [{ HOST: "localhost" }, "HOST: must be an IP address, such as 127.0.0.1"],
    [{ LOG_LEVEL: "trace" }, "LOG_LEVEL: must be DEBUG, INFO, WARN or ERROR"],
    [{ GANTRY_BEDROCK: "gpt" }, "GANTRY_BEDROCK: must be one of brain, aws, openai or fixture"],
    [{ GANTRY_BEDROCK_URL: "nowhere" }, "GANTRY_BEDROCK_URL: must be a URL"],
  ])("states what %j should be", (source, sentence) => {
    expect(() => readConfig({ GANTRY_HOME: home, ...source })).toThrow(new Error(sentence));
  });

  it("reports that a data folder cannot be created where no folder can", () => {
    expect(() => readConfig({ GANTRY_HOME: "/proc/nope/home" })).toThrow(/^GANTRY_HOME: \/proc\/nope\/home /);
  });

  it("treats an empty setting as unset", () => {
    const config = readConfig({ GANTRY_HOME: home, PORT: "", GANTRY_PASSWORD: "", GANTRY_POLICY: "" });
    expect(config).toMatchObject({ PORT: 5050, password: expect.stringMatching(/^[\w-]{16}$/) });
  });

  it("names the invalid value of a policy, and what would be right", () => {
    const policy = join(home, "wrong.yaml");
    const right = readFileSync("policy.yaml", "utf8");
    writeFileSync(policy, right.replace(/attempts: 3/, "attempts: three"));
    const wrong = () => readConfig({ GANTRY_HOME: home, GANTRY_POLICY: policy });
    expect(wrong).toThrow(
      `GANTRY_POLICY: ${policy} is not a valid policy: missions.attempts must be a number`,
    );
    writeFileSync(policy, "a: [");
    expect(wrong).toThrow(`GANTRY_POLICY: ${policy} is not YAML: `);
  });

  it("refuses, by name, a malformed variable and an invalid policy", () => {
    expect(() => readConfig({ GANTRY_HOME: home, PORT: "http" })).toThrow("PORT");
    expect(() => readConfig({ GANTRY_HOME: home, GANTRY_PASSWORD: "short" })).toThrow("GANTRY_PASSWORD");
    const policy = join(home, "policy.yaml");
    writeFileSync(policy, "version: 2\n");
    expect(() => readConfig({ GANTRY_HOME: home, GANTRY_POLICY: policy })).toThrow(
      /GANTRY_POLICY.*not a valid policy/s,
    );
    expect(() => readConfig({ GANTRY_HOME: home, GANTRY_POLICY: join(home, "none.yaml") })).toThrow(
      /GANTRY_POLICY.*cannot be read/s,
    );
  });
});
