import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { createGitHub, type GitHubConfig } from "#adapters/github/github.ts";
import { GantryError, toProblem } from "#core/kernel/errors.ts";
import { type RunningGitHub, spki, startGitHub } from "#test/local-cloud/github/server.ts";

const owner = "gantry-local";
const TOKEN = "ghp_canary0123456789canary0123456789cana";
const pace = { write: 0, notify: 0, retry: 0 };
const appKey = generateKeyPairSync("rsa", { modulusLength: 2048 });
let github: RunningGitHub;
let names = 0;

beforeAll(async () => {
  github = await startGitHub({ tokens: [TOKEN], appKey: spki(appKey) });
});
afterAll(() => github.close());

const repositories = (config: Partial<GitHubConfig> = {}) =>
  createGitHub({ apiUrl: github.api, auth: { token: TOKEN }, owner, pace, ...config });
const ensure = (config: Partial<GitHubConfig> = {}) =>
  repositories(config).ensureRepository({ name: `app-${++names}`, description: "", private: false });

async function refusal(work: Promise<unknown>): Promise<GantryError> {
  try {
    await work;
  } catch (error) {
    return error as GantryError;
  }
  throw new Error("it succeeded");
}

/** A GitHub that gives the same answer to every request, or none, and counts them. */
function always(status: number, message: string, headers: Record<string, string> = {}) {
  const counter = { requests: 0 };
  const fetch = async () => {
    counter.requests++;
    return Response.json({ message, documentation_url: "https://docs.github.com/rest" }, { status, headers });
  };
  return { fetch: fetch as typeof globalThis.fetch, counter };
}

describe("what may pass by itself", () => {
  it.each([[500], [502], [503]])("a %s is tried again twice, then GitHubUnavailable", async (status) => {
    const { fetch, counter } = always(status, "Server Error");
    expect(await refusal(ensure({ fetch }))).toMatchObject({ code: "GitHubUnavailable" });
    expect(counter.requests).toBe(3);
  });

  it("a 502 that passes is not noticed", async () => {
    let failed = 0;
    const fetch: typeof globalThis.fetch = async (input, init) =>
      failed++ === 0
        ? new Response("<html>Bad gateway</html>", { status: 502 })
        : globalThis.fetch(input, init);
    expect(await ensure({ fetch })).toMatchObject({ bootstrapped: true });
  });

  it("a network that is gone is GitHubUnavailable", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    expect(await refusal(ensure({ apiUrl: `http://127.0.0.1:${port}` }))).toMatchObject({
      code: "GitHubUnavailable",
      message: "GitHub could not be reached.",
    });
  });
});

describe("a rate limit", () => {
  const reset = String(Math.floor(Date.now() / 1000) + 36_000);
  it.each([
    ["secondary, 403", 403, "You have exceeded a secondary rate limit.", { "retry-after": "77" }, 77],
    ["secondary, 429", 429, "You have exceeded a secondary rate limit.", { "retry-after": "30" }, 30],
    ["secondary without a time", 403, "You have exceeded a secondary rate limit.", {}, 60],
    [
      "primary",
      403,
      "API rate limit exceeded",
      { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset },
      36_000,
    ],
  ])("is handed on with its time and not slept through: %s", async (_, status, message, headers, seconds) => {
    const { fetch, counter } = always(status, message, headers);
    const error = await refusal(ensure({ fetch }));
    expect(error).toMatchObject({ code: "GitHubUnavailable" });
    expect(error.detail.retry_after_seconds).toBeGreaterThan(seconds / 2);
    expect(error.detail.retry_after_seconds).toBeLessThanOrEqual(seconds);
    expect(counter.requests).toBe(1);
  });

  it("of a second is waited for, once", async () => {
    const { fetch, counter } = always(403, "You have exceeded a secondary rate limit.", {
      "retry-after": "1",
    });
    await refusal(ensure({ fetch }));
    expect(counter.requests).toBe(2);
  });
});

describe("what will not pass by itself", () => {
  it.each([
    [401, "Bad credentials", {}, /does not accept the credential/],
    [403, "Resource not accessible by personal access token", {}, /permission 'Contents: write'/],
    [
      403,
      "Resource not accessible by integration",
      { "x-accepted-github-permissions": "contents=write; workflows=write" },
      /permission contents=write; workflows=write/,
    ],
    [422, "Something is wrong", {}, /refused the request with 422: Something is wrong/],
  ])("a %s (%s) is GitHubRefused at the first request", async (status, message, headers, sentence) => {
    const { fetch, counter } = always(status, message, headers as Record<string, string>);
    const error = await refusal(ensure({ fetch }));
    expect(error).toMatchObject({ code: "GitHubRefused", message: expect.stringMatching(sentence) });
    expect(counter.requests).toBe(1);
  });

  it("a missing repository names the permission", async () => {
    const work = repositories().publish({
      repository: { owner, name: "none", default_branch: "main", html_url: "http://x" },
      branch: "gantry/m",
      files: [{ path: "a", bytes: Buffer.from("a") }],
      message: "m",
      author_date: "2026-01-01T00:00:00Z",
      title: "t",
      body: "b",
      idempotency_key: "k",
    });
    expect(await refusal(work)).toMatchObject({ code: "GitHubRefused" });
  });

  it("an organisation that is none says what to do", async () => {
    expect(await refusal(ensure({ owner: "nobody" }))).toMatchObject({
      code: "GitHubRefused",
      message: expect.stringMatching(/no organisation nobody .* create nobody\/app-\d+ there yourself/),
    });
  });

  it("an empty repository is answered without a retry", async () => {
    const { fetch, counter } = always(409, "Git Repository is empty.");
    expect(await refusal(ensure({ fetch }))).toMatchObject({ code: "GitHubUnavailable" });
    expect(counter.requests).toBe(1);
  });
});

describe("a GitHub App", () => {
  const { privateKey } = appKey;
  const pem = (type: "pkcs1" | "pkcs8") => privateKey.export({ type, format: "pem" }).toString();
  const app = (key: string) => ({ appId: "12", privateKey: key, installationId: 7 });

  it.each([["pkcs1" as const], ["pkcs8" as const]])("works with a %s key", async (type) => {
    expect(await ensure({ owner: "gantry-org", auth: app(pem(type)) })).toMatchObject({
      owner: "gantry-org",
    });
  });

  it("is told that personal accounts need a token", async () => {
    expect(await refusal(ensure({ auth: app(pem("pkcs8")) }))).toMatchObject({
      code: "GitHubRefused",
      message: expect.stringMatching(/A GitHub App cannot create them in a personal account/),
    });
  });

  it("with a broken key is refused without showing it", async () => {
    const broken = "-----BEGIN RSA PRIVATE KEY-----\ncanary\n-----END RSA PRIVATE KEY-----";
    const thrown = await refusal(ensure({ auth: app(broken) }));
    expect(thrown).toMatchObject({ code: "GitHubRefused" });
    expect(inspect(thrown)).not.toContain("canary");
  });
});

describe("the credential", () => {
  it("is read before each call, so that a new one counts at once", async () => {
    const strict = await startGitHub({ tokens: ["second"] });
    try {
      const tokens = ["first", "second"];
      const { ensureRepository } = repositories({
        apiUrl: strict.api,
        auth: async () => ({ token: tokens.shift() ?? "" }),
      });
      const input = { name: "app", description: "", private: false };
      expect(await refusal(ensureRepository(input))).toMatchObject({ code: "GitHubRefused" });
      expect(await ensureRepository(input)).toMatchObject({ name: "app" });
    } finally {
      await strict.close();
    }
  });

  it("that cannot be read is its reader's error", async () => {
    const auth = async () => {
      throw new GantryError("GitHubRefused", "No GitHub token is configured.");
    };
    expect(await refusal(ensure({ auth }))).toMatchObject({ message: "No GitHub token is configured." });
  });
});

describe("a refusal", () => {
  it("is an error, and no line of the client's own in the log", async () => {
    const written = (["debug", "info", "warn", "error"] as const).map((level) =>
      jest.spyOn(console, level).mockImplementation(() => {}),
    );
    // The client keeps the console's functions when it is loaded.
    jest.resetModules();
    const fresh = await import("#adapters/github/github.ts");
    const { fetch } = always(422, "Validation Failed");
    const { ensureRepository } = fresh.createGitHub({
      apiUrl: github.api,
      auth: { token: TOKEN },
      owner,
      pace,
      fetch,
    });
    const input = { name: "app", description: "", private: false };
    expect(await refusal(ensureRepository(input))).toMatchObject({ code: "GitHubRefused" });
    expect(written.flatMap(({ mock }) => mock.calls)).toEqual([]);
    for (const spy of written) spy.mockRestore();
  });
});

describe("the token", () => {
  it.each([[401], [403], [404], [409], [422], [429], [500]])("is in no error after a %s", async (status) => {
    const { fetch } = always(status, `bad token ${TOKEN} (authorization: token ${TOKEN})`);
    const error = await refusal(ensure({ fetch }));
    const everything = inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(toProblem(error));
    expect(error.code).toMatch(/^GitHub/);
    expect(everything).not.toContain("canary");
  });

  it("is in no error when the network fails", async () => {
    const fetch = async () => {
      throw new TypeError(`cannot connect with token ${TOKEN}`);
    };
    const error = await refusal(ensure({ fetch: fetch as typeof globalThis.fetch }));
    expect(inspect(error, { depth: 20 })).not.toContain("canary");
  });
});
