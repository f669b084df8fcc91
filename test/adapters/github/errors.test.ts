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

describe("a temporary failure of GitHub", () => {
  it.each([[500], [502], [503]])(
    "with status %s is retried twice, then becomes GitHubUnavailable",
    async (status) => {
      const { fetch, counter } = always(status, "Server Error");
      expect(await refusal(ensure({ fetch }))).toMatchObject({ code: "GitHubUnavailable" });
      expect(counter.requests).toBe(3);
    },
  );

  it("with status 502 has no effect when the retry succeeds", async () => {
    let failed = 0;
    const fetch: typeof globalThis.fetch = async (input, init) =>
      failed++ === 0
        ? new Response("<html>Bad gateway</html>", { status: 502 })
        : globalThis.fetch(input, init);
    expect(await ensure({ fetch })).toMatchObject({ bootstrapped: true });
  });

  it("to connect becomes GitHubUnavailable", async () => {
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

describe("a rate limit of GitHub", () => {
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
  ])(
    "is passed on with its retry time instead of being waited for: %s",
    async (_, status, message, headers, seconds) => {
      const { fetch, counter } = always(status, message, headers);
      const error = await refusal(ensure({ fetch }));
      expect(error).toMatchObject({ code: "GitHubUnavailable" });
      expect(error.detail.retry_after_seconds).toBeGreaterThan(seconds / 2);
      expect(error.detail.retry_after_seconds).toBeLessThanOrEqual(seconds);
      expect(counter.requests).toBe(1);
    },
  );

  it("of one second is waited for once", async () => {
    const { fetch, counter } = always(403, "You have exceeded a secondary rate limit.", {
      "retry-after": "1",
    });
    await refusal(ensure({ fetch }));
    expect(counter.requests).toBe(2);
  });
});

describe("a permanent failure of GitHub", () => {
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
  ])(
    "with status %s (%s) becomes GitHubRefused at the first request",
    async (status, message, headers, sentence) => {
      const { fetch, counter } = always(status, message, headers as Record<string, string>);
      const error = await refusal(ensure({ fetch }));
      expect(error).toMatchObject({ code: "GitHubRefused", message: expect.stringMatching(sentence) });
      expect(counter.requests).toBe(1);
    },
  );

  it("on a missing repository names the permission that is needed", async () => {
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

  it("on an unknown organisation says what to do", async () => {
    expect(await refusal(ensure({ owner: "nobody" }))).toMatchObject({
      code: "GitHubRefused",
      message: expect.stringMatching(/no organisation nobody .* create nobody\/app-\d+ there yourself/),
    });
  });

  it("on an empty repository is returned without a retry", async () => {
    const { fetch, counter } = always(409, "Git Repository is empty.");
    expect(await refusal(ensure({ fetch }))).toMatchObject({ code: "GitHubUnavailable" });
    expect(counter.requests).toBe(1);
  });
});

describe("a GitHub App", () => {
  const { privateKey } = appKey;
  const pem = (type: "pkcs1" | "pkcs8") => privateKey.export({ type, format: "pem" }).toString();
  const app = (key: string) => ({ appId: "12", privateKey: key, installationId: 7 });

  it.each([["pkcs1" as const], ["pkcs8" as const]])("authenticates with a %s key", async (type) => {
    expect(await ensure({ owner: "gantry-org", auth: app(pem(type)) })).toMatchObject({
      owner: "gantry-org",
    });
  });

  it("on a personal account is refused with the hint that a token is needed", async () => {
    expect(await refusal(ensure({ auth: app(pem("pkcs8")) }))).toMatchObject({
      code: "GitHubRefused",
      message: expect.stringMatching(/A GitHub App cannot create them in a personal account/),
    });
  });

  it("with an invalid key is refused without showing the key", async () => {
    const broken = "-----BEGIN RSA PRIVATE KEY-----\ncanary\n-----END RSA PRIVATE KEY-----";
    const thrown = await refusal(ensure({ auth: app(broken) }));
    expect(thrown).toMatchObject({ code: "GitHubRefused" });
    expect(inspect(thrown)).not.toContain("canary");
  });
});

describe("the GitHub credential", () => {
  it("is read before each call, so that a new one takes effect at once", async () => {
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

  it("fails with the error of its source when it cannot be read", async () => {
    const auth = async () => {
      throw new GantryError("GitHubRefused", "No GitHub token is configured.");
    };
    expect(await refusal(ensure({ auth }))).toMatchObject({ message: "No GitHub token is configured." });
  });
});

describe("a refusal of GitHub", () => {
  it("is thrown as an error, without log lines of the GitHub client", async () => {
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

describe("the GitHub token", () => {
  it.each([[401], [403], [404], [409], [422], [429], [500]])("is in no error after a %s", async (status) => {
    const { fetch } = always(status, `bad token ${TOKEN} (authorization: token ${TOKEN})`);
    const error = await refusal(ensure({ fetch }));
    const everything = inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(toProblem(error));
    expect(error.code).toMatch(/^GitHub/);
    expect(everything).not.toContain("canary");
  });

  it("is in no error when the connection fails", async () => {
    const fetch = async () => {
      throw new TypeError(`cannot connect with token ${TOKEN}`);
    };
    const error = await refusal(ensure({ fetch: fetch as typeof globalThis.fetch }));
    expect(inspect(error, { depth: 20 })).not.toContain("canary");
  });
});
