import { generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { loadContract } from "#local-cloud/github/contract.ts";
import { client, git, type RunningGitHub, spki, startGitHub, TOKEN } from "./server.ts";

const owner = "gantry-local";
const place = { owner, repo: "app" };
const HOSTILE = `<script>alert("1")</script>`;
let github: RunningGitHub;
let temporary: string;

const appKey = generateKeyPairSync("rsa", { modulusLength: 2048 });

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), "gantry-clone-"));
  github = await startGitHub({ appKey: spki(appKey) });
  await client(github).rest.repos.createForAuthenticatedUser({ name: "app", auto_init: true });
});

afterAll(async () => {
  await github.close();
  rmSync(temporary, { recursive: true, force: true });
});

const call = async (method: string, path: string, body?: unknown, authorization = `token ${TOKEN}`) => {
  const response = await fetch(`${github.api}${path}`, {
    method,
    headers: { authorization },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return { ...((await response.json()) as { message: string; token: string }), status: response.status };
};

/** A branch of one commit with one file, and its pull request. */
async function pullRequest(branch: string, path: string, content: string, title = "A change", body = "") {
  const { rest } = client(github);
  const { data: main } = await rest.git.getRef({ ...place, ref: "heads/main" });
  const file = { path, mode: "100644" as const, type: "blob" as const, content };
  const { data: tree } = await rest.git.createTree({ ...place, tree: [file] });
  const commit = { ...place, message: title, tree: tree.sha, parents: [main.object.sha] };
  const { data: made } = await rest.git.createCommit(commit);
  await rest.git.createRef({ ...place, ref: `refs/heads/${branch}`, sha: made.sha });
  const { data } = await rest.pulls.create({ ...place, head: branch, base: "main", title, body });
  return { ...data, commit: made.sha, tree: tree.sha };
}

describe("a request outside GitHub's API description", () => {
  let shared: RunningGitHub;
  beforeAll(() => {
    shared = github;
  });
  beforeEach(async () => {
    github = await startGitHub();
  });
  afterEach(async () => {
    await github.close();
    github = shared;
  });
  const seen = () => github.service.violations.length;

  it.each([
    [
      "an unknown path",
      "GET",
      "/repos/gantry-local/app/actions/runs",
      undefined,
      /actions\/runs is not supported/,
    ],
    ["an unknown method", "DELETE", "/repos/gantry-local/app", undefined, /DELETE .* is not supported/],
    [
      "an unknown query parameter",
      "GET",
      "/repos/gantry-local/app/pulls?stat=open",
      undefined,
      /stat is unknown/,
    ],
    [
      "a wrong query value",
      "GET",
      "/repos/gantry-local/app/pulls?state=opened",
      undefined,
      /state must be equal/,
    ],
    ["an unknown body member", "POST", "/user/repos", { name: "x", privat: true }, /privat$/],
    ["a missing body member", "POST", "/user/repos", { private: true }, /required property 'name'/],
    ["a wrong type", "POST", "/user/repos", { name: "x", private: "yes" }, /private must be boolean/],
    [
      "an unknown member deep inside",
      "POST",
      "/repos/gantry-local/app/git/trees",
      { tree: [{ path: "a", mode: "100644", type: "blob", contents: "x" }] },
      /body\/tree\/0 .*contents$/,
    ],
    [
      "an option without effect here",
      "POST",
      "/user/repos",
      { name: "x", has_wiki: true },
      /has_wiki is not supported/,
    ],
  ])("is refused and recorded: %s", async (_, method, path, body, message) => {
    const answer = await call(method, path, body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.message).toMatch(/^violation: /);
    expect(answer.message).toMatch(message);
    expect(seen()).toBe(1);
    expect(github.service.violations.at(-1)).toMatchObject({ message: answer.message });
  });

  it("is dropped from the record after a hundred more, so that memory stays bounded", async () => {
    const path = `/${"a".repeat(10_000)}`;
    for (let n = 0; n < 110; n++) expect((await call("GET", path, undefined, "")).status).toBe(501);
    expect(seen()).toBe(100);
    expect(JSON.stringify(github.service.violations).length).toBeLessThan(150_000);
  });

  it("is not recorded when GitHub itself would refuse it", async () => {
    expect(await call("POST", "/user/repos", "{")).toMatchObject({
      status: 400,
      message: "Problems parsing JSON",
    });
    expect(await call("GET", "/repos/gantry-local/none")).toMatchObject({
      status: 404,
      message: "Not Found",
    });
    expect(seen()).toBe(0);
  });
});

describe("the default branch", () => {
  it("is written to only by the first commit of an empty repository", async () => {
    const { rest } = client(github);
    const { commit } = await pullRequest("gantry/main-writer", "a.txt", "a");
    const { data: main } = await rest.git.getRef({ ...place, ref: "heads/main" });
    const content = Buffer.from("x").toString("base64");
    for (const [method, path, body] of [
      ["PATCH", "/repos/gantry-local/app/git/refs/heads/main", { sha: commit }],
      ["PATCH", "/repos/gantry-local/app/git/refs/heads%2Fmain", { sha: commit, force: true }],
      ["PUT", "/repos/gantry-local/app/contents/new.txt", { message: "x", content }],
    ] as const) {
      expect(await call(method, path, body)).toMatchObject({
        status: 400,
        message: "violation: push to default branch",
      });
    }
    expect((await rest.git.getRef({ ...place, ref: "heads/main" })).data.object.sha).toBe(main.object.sha);
  });
});

describe("GitHub's API description", () => {
  it("has every operation implemented", async () => {
    const { paths } = JSON.parse(readFileSync("local-cloud/github/openapi.json", "utf8"));
    const ids = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item as object).map((m) => [m, path]),
    );
    expect(ids.length).toBeGreaterThan(25);
    for (const [method, path] of ids as [string, string][]) {
      const filled = path.replace(/\{\w+\}/g, "1");
      const { message } = await call(method.toUpperCase(), filled, method === "get" ? undefined : {});
      expect(`${method} ${path} ${message}`).not.toMatch(/is not supported here/);
    }
  });

  it("reports a wrong reply of our own", () => {
    const match = loadContract().match("GET", "/repos/a/b/git/ref/heads/main");
    const ref = {
      ref: "refs/heads/main",
      node_id: "x",
      url: "http://x/y",
      object: { type: "commit", sha: "a".repeat(40), url: "http://x/y" },
    };
    expect(match?.params).toEqual({ owner: "a", repo: "b", ref: "heads/main" });
    expect(match?.responseFault(200, ref)).toBeUndefined();
    expect(match?.responseFault(200, { ...ref, node_id: undefined })).toMatch(/node_id/);
    expect(match?.responseFault(200, { ...ref, refs: 1 })).toMatch(/refs/);
    expect(match?.responseFault(418, ref)).toMatch(/418/);
  });
});

describe("a git client", () => {
  it("clones a branch with the pull request's tree", async () => {
    const { commit, tree } = await pullRequest("gantry/clone", "src/hello.txt", "hello\n");
    const to = join(temporary, "clone");
    await git("clone", "--quiet", "--branch", "gantry/clone", `${github.html}/${owner}/app.git`, to);
    expect(readFileSync(join(to, "src/hello.txt"), "utf8")).toBe("hello\n");
    expect(await git("-C", to, "rev-parse", "HEAD", "HEAD^{tree}")).toBe(`${commit}\n${tree}`);
    await git("-C", to, "fsck", "--strict");
  });

  it("fetches new commits", async () => {
    const to = join(temporary, "fetch");
    await git("clone", "--quiet", `${github.html}/${owner}/app`, to);
    const { commit } = await pullRequest("gantry/fetch", "b.txt", "b");
    await git("-C", to, "fetch", "--quiet", "origin");
    expect(await git("-C", to, "rev-parse", "origin/gantry/fetch")).toBe(commit);
  });

  it("receives an error for an unknown repository", async () => {
    await expect(git("ls-remote", `${github.html}/${owner}/none.git`)).rejects.toThrow(/not found/);
  });
});

describe("the path prefix of the GitHub API", () => {
  it("may have been removed by the caller", async () => {
    const bare = github.html.replace(/\/github$/, "");
    expect((await fetch(`${bare}/gantry-local/app`)).status).toBe(200);
    expect(
      (await fetch(`${bare}/api/v3/rate_limit`, { headers: { authorization: `token ${TOKEN}` } })).status,
    ).toBe(200);
    await expect(git("ls-remote", `${bare}/gantry-local/app.git`)).resolves.toContain("refs/heads/main");
  });
});

describe("the HTML pages of GitHub", () => {
  it("show a pull request with its changes, with everything escaped", async () => {
    const { html_url } = await pullRequest(
      "gantry/page",
      "x.html",
      `${HOSTILE}\n`,
      `Title ${HOSTILE}`,
      HOSTILE,
    );
    const response = await fetch(html_url);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(page).not.toContain("<script");
    expect(page.match(/&lt;script&gt;alert\(&quot;1&quot;\)/g)?.length).toBeGreaterThanOrEqual(4);
    expect(page).toContain("gantry/page");
    expect(page).toContain("x.html");
  });

  it("show a repository with its pull requests and how to clone it", async () => {
    const { data } = await client(github).rest.repos.get(place);
    const page = await (await fetch(data.html_url)).text();
    expect(page).toContain(`git clone ${data.clone_url}`);
    expect(page).toContain("/pull/1");
    expect(page).not.toContain("<script");
  });

  it("report an empty repository", async () => {
    expect((await fetch(`${github.html}/gantry-local/none/pull/1`)).status).toBe(404);
    expect((await fetch(`${github.html}/gantry-local/app/pull/999`)).status).toBe(404);
  });
});

describe("the local GitHub after a crash", () => {
  it("has everything that was acknowledged", async () => {
    const { number, commit } = await pullRequest("gantry/crash", "c.txt", "c");
    github.restart();
    const { data } = await client(github).rest.pulls.get({ ...place, pull_number: number });
    expect(data).toMatchObject({ number, state: "open", head: { ref: "gantry/crash", sha: commit } });
  });
});

describe("a request without a valid token", () => {
  /** Sends the head of a request whose body never comes, and returns the status line of the reply. */
  const bodiless = (path: string, authorization: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { port, pathname } = new URL(`${github.api}${path}`);
      const socket = connect(Number(port), "127.0.0.1");
      socket.on("error", reject).once("data", (data) => {
        socket.destroy();
        resolve(data.toString("latin1").split("\r\n")[0] ?? "");
      });
      socket.write(
        `POST ${pathname} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: ${authorization}\r\nContent-Length: 200000000\r\n\r\n`,
      );
    });

  it.each([
    ["a wrong token", "/user/repos", "token wrong", "401"],
    ["what signs for no GitHub App", "/app/installations/7/access_tokens", "Bearer a.b.c", "401"],
    ["an address that is not supported", "/nothing/here", "", "501"],
  ])("is refused before its body is read: %s", async (_, path, authorization, status) => {
    expect(await bodiless(path, authorization)).toContain(` ${status} `);
  });
});

describe("a GitHub App", () => {
  const jwt = (claims: Record<string, unknown>, key = appKey.privateKey) => {
    const text = [{ alg: "RS256", typ: "JWT" }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
      .join(".");
    return `bearer ${text}.${sign("RSA-SHA256", Buffer.from(text), key).toString("base64url")}`;
  };
  const now = Math.floor(Date.now() / 1000);
  const ask = (authorization: string) =>
    call("POST", "/app/installations/7/access_tokens", {}, authorization);

  it("gets a token for its installation with the rights of Apps", async () => {
    // apps/create-installation-access-token
    const { status, token } = await ask(jwt({ iss: "12", iat: now - 30, exp: now + 300 }));
    expect(status).toBe(201);
    expect(await call("GET", "/repos/gantry-local/app", undefined, `token ${token}`)).toMatchObject({
      status: 200,
    });
    expect(await call("POST", "/user/repos", { name: "y" }, `token ${token}`)).toMatchObject({
      status: 403,
      message: "Resource not accessible by integration",
    });
    expect(await call("POST", "/orgs/gantry-org/repos", { name: "y" }, `token ${token}`)).toMatchObject({
      status: 201,
    });
  });

  it.each([
    ["no token", "", /could not be decoded/],
    ["a token that is none", "bearer x.y", /could not be decoded/],
    ["no issuer", jwt({ iat: now, exp: now + 60 }), /could not be decoded/],
    ["an expired one", jwt({ iss: "1", iat: now - 900, exp: now - 300 }), /'exp'\) must be a numeric value/],
    ["one for too long", jwt({ iss: "1", iat: now, exp: now + 3600 }), /too far in the future/],
  ])("is refused with %s", async (_, authorization, message) => {
    const answer = await ask(authorization);
    expect(answer).toMatchObject({ status: 401 });
    expect(answer.message).toMatch(message);
  });

  it("is refused with another key's signature, and where no App is configured", async () => {
    const claims = { iss: "12", iat: now - 30, exp: now + 300 };
    const other = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
    expect(await ask(jwt(claims, other))).toMatchObject({ status: 401 });
    const without = await startGitHub();
    const headers = { authorization: jwt(claims) };
    const url = `${without.api}/app/installations/7/access_tokens`;
    expect((await fetch(url, { method: "POST", headers, body: "{}" })).status).toBe(401);
    await without.close();
  });

  it("cannot use a forged installation token", async () => {
    const { token } = await ask(jwt({ iss: "12", iat: now - 30, exp: now + 300 }));
    const claims = Buffer.from(JSON.stringify({ app: "12", exp: now + 300 })).toString("base64url");
    const forged = [
      `1_${claims}`,
      claims,
      `${claims}.`,
      `${claims}.${token.split(".")[1]}x`,
      "1_made-up",
      "",
    ];
    for (const made of forged)
      expect(await call("GET", "/repos/gantry-local/app", undefined, `token ghs_${made}`)).toMatchObject({
        status: 401,
        message: "Bad credentials",
      });
  });
});

describe("a list of tokens", () => {
  it("rejects every other token as bad credentials", async () => {
    const strict = await startGitHub({ tokens: ["good"] });
    try {
      expect((await client(strict, "good").rest.users.getAuthenticated()).data.login).toBe(owner);
      await expect(client(strict, "bad").rest.users.getAuthenticated()).rejects.toMatchObject({
        status: 401,
        response: { data: { message: "Bad credentials" } },
      });
    } finally {
      await strict.close();
    }
  });
});
