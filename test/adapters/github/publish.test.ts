import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createGitHub } from "#adapters/github/github.ts";
import type { PublishInput } from "#adapters/github/publication.ts";
import { gitTreeId, type TreeFile } from "#core/kernel/tree.ts";
import { client, git, type RunningGitHub, startGitHub } from "#test/local-cloud/github/server.ts";
import { fc } from "#test/support/property.ts";

const owner = "gantry-local";
const pace = { write: 0, notify: 0, retry: 0 };
const DATE = "2026-03-04T05:06:07.890Z";

let github: RunningGitHub;
let temporary: string;
let repositories = 0;

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), "gantry-publish-"));
  github = await startGitHub();
});

afterAll(async () => {
  await github.close();
  rmSync(temporary, { recursive: true, force: true });
});

/** Whatever a test does, the publisher keeps to GitHub's own description and never writes to main. */
afterEach(() => expect(github.service.violations).toEqual([]));

const publisher = (fetch: typeof globalThis.fetch = globalThis.fetch) =>
  createGitHub({ apiUrl: github.api, auth: { token: "gantry-local-token" }, owner, fetch, pace });

const newRepository = (name = `app-${++repositories}`) => ({ name, description: "An\napp", private: true });

const text = (path: string, content: string): TreeFile => ({ path, bytes: Buffer.from(content) });

const FILES: TreeFile[] = [
  text("README.md", "# A task manager\n"),
  text("src/main.js", "console.log('ok');\r\n"),
  { path: "audit.sh", bytes: Buffer.from("#!/bin/sh\nexit 0\n"), mode: "100755" },
  { path: "public/logo.png", bytes: Uint8Array.from([137, 80, 78, 71, 0, 255, 254]) },
  text("empty.txt", ""),
];

function publishInput(name: string, change: Partial<PublishInput> = {}): PublishInput {
  return {
    repository: { owner, name, default_branch: "main", html_url: `${github.html}/${owner}/${name}` },
    branch: "gantry/m1",
    files: FILES,
    message: "Build a task manager",
    author_date: DATE,
    title: "A task manager",
    body: "The plan.",
    idempotency_key: "directive-1",
    ...change,
  };
}

/** What a repository holds, told by GitHub and by git itself. */
async function holdings(repo: string) {
  const { rest } = client(github);
  const { data: branches } = await rest.repos.listBranches({ owner, repo, per_page: 100 });
  const { data: pulls } = await rest.pulls.list({ owner, repo, state: "all", per_page: 100 });
  const { data: found } = await rest.repos.get({ owner, repo });
  const dir = join(github.dir, "repositories", `${found.id}.git`);
  const objects = await git(
    "--git-dir",
    dir,
    "cat-file",
    "--batch-all-objects",
    "--batch-check=%(objecttype)",
  );
  return {
    branches: branches.map(({ name }) => name),
    pulls: pulls.map(({ number, state, title, body }) => ({ number, state, title, body })),
    commits: objects.split("\n").filter((type) => type === "commit").length,
  };
}

async function clonedTree(name: string, branch: string): Promise<string> {
  const to = mkdtempSync(join(temporary, "clone-"));
  await git("clone", "--quiet", "--branch", branch, `${github.html}/${owner}/${name}.git`, to);
  return git("-C", to, "rev-parse", "HEAD^{tree}");
}

describe("ensureRepository", () => {
  it("creates the repository with a first commit, and finds it the next time", async () => {
    const input = newRepository();
    const first = await publisher().ensureRepository(input);
    expect(first).toEqual({
      owner,
      name: input.name,
      default_branch: "main",
      html_url: `${github.html}/${owner}/${input.name}`,
      bootstrapped: true,
    });
    expect(await publisher().ensureRepository(input)).toEqual({ ...first, bootstrapped: false });
    const { data } = await client(github).rest.repos.get({ owner, repo: input.name });
    expect(data).toMatchObject({ private: true, description: "An app" });
  });

  it("gives an empty repository its first commit", async () => {
    const input = newRepository();
    await client(github).rest.repos.createForAuthenticatedUser({ name: input.name });
    expect(await publisher().ensureRepository(input)).toMatchObject({ bootstrapped: true });
    expect((await holdings(input.name)).branches).toEqual(["main"]);
    expect(await publisher().ensureRepository(input)).toMatchObject({ bootstrapped: false });
  });

  it("creates it in an organisation too", async () => {
    const input = newRepository();
    const found = await createGitHub({
      apiUrl: github.api,
      auth: { token: "gantry-local-token" },
      owner: "gantry-org",
      pace,
    }).ensureRepository(input);
    expect(found).toMatchObject({ owner: "gantry-org", bootstrapped: true });
  });

  it("creates one repository when two callers run at once", async () => {
    const input = newRepository();
    const both = await Promise.all([
      publisher().ensureRepository(input),
      publisher().ensureRepository(input),
    ]);
    expect(both.map(({ name }) => name)).toEqual([input.name, input.name]);
    expect((await holdings(input.name)).commits).toBe(1);
  });
});

describe("publish", () => {
  it("opens a pull request whose head tree is exactly the files", async () => {
    const { name } = newRepository();
    await publisher().ensureRepository({ name, description: "", private: false });
    const published = await publisher().publish(publishInput(name));
    expect(published).toEqual({
      pr_url: `${github.html}/${owner}/${name}/pull/1`,
      pr_number: 1,
      branch: "gantry/m1",
      commit_sha: expect.stringMatching(/^[0-9a-f]{40}$/),
      tree_sha: gitTreeId(FILES),
    });
    expect(await clonedTree(name, "gantry/m1")).toBe(gitTreeId(FILES));
    const { data } = await client(github).rest.git.getCommit({
      owner,
      repo: name,
      commit_sha: published.commit_sha,
    });
    const who = { name: "Gantry", email: "gantry@noreply.invalid", date: "2026-03-04T05:06:07Z" };
    expect(data).toMatchObject({ author: who, committer: who, message: "Build a task manager" });
  });

  it("removes the files of the default branch from the pull request's tree", async () => {
    const { name } = newRepository();
    await client(github).rest.repos.createForAuthenticatedUser({ name });
    const content = Buffer.from("legacy").toString("base64");
    const put = { owner, repo: name, path: "old/deep/legacy.txt", message: "Legacy", content };
    await client(github).rest.repos.createOrUpdateFileContents(put);
    await publisher().ensureRepository({ name, description: "", private: false });
    await publisher().publish(publishInput(name));
    const { data } = await client(github).rest.pulls.listFiles({ owner, repo: name, pull_number: 1 });
    expect(data.find(({ filename }) => filename === "old/deep/legacy.txt")?.status).toBe("removed");
    expect(await clonedTree(name, "gantry/m1")).toBe(gitTreeId(FILES));
  });

  it("publishes 260 files, text and binary, more than one request holds", async () => {
    const { name } = newRepository();
    await publisher().ensureRepository({ name, description: "", private: false });
    const files = Array.from({ length: 260 }, (_, i): TreeFile => {
      const path = `dir-${i % 7}/file-${i}.txt`;
      return i % 40 === 0
        ? { path, bytes: Uint8Array.from([i % 256, 0, 255]) }
        : text(path, `file ${i}\n${"x".repeat(i * 40)}`);
    });
    const sizes: number[] = [];
    const counting: typeof fetch = (input, init) => {
      if (String(input).endsWith("/git/trees")) sizes.push(String(init?.body).length);
      return fetch(input, init);
    };
    const { tree_sha } = await publisher(counting).publish(publishInput(name, { files }));
    expect(sizes.length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...sizes)).toBeLessThan(1_200_000);
    expect(tree_sha).toBe(gitTreeId(files));
    expect(await clonedTree(name, "gantry/m1")).toBe(tree_sha);
  });

  it("publishes any bytes unchanged", async () => {
    const { name } = newRepository();
    await publisher().ensureRepository({ name, description: "", private: false });
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.string({ unit: "binary" }).map((content) => Buffer.from(content)),
      fc.constantFrom("\uFEFFbom", "\r\n", "\0", "\u2028", '"\\').map((content) => Buffer.from(content)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(bytes, { minLength: 10, maxLength: 25 }), fc.nat(), async (contents, n) => {
        const files = contents.map((content, i) => ({ path: `f${i}`, bytes: Uint8Array.from(content) }));
        const { tree_sha } = await publisher().publish(publishInput(name, { files, branch: `gantry/p${n}` }));
        expect(tree_sha).toBe(gitTreeId(files));
      }),
      { numRuns: 3 },
    );
  });

  it("updates its own branch for new content, in the same pull request", async () => {
    const { name } = newRepository();
    await publisher().ensureRepository({ name, description: "", private: false });
    const first = await publisher().publish(publishInput(name));
    const files = [text("index.html", "<!doctype html>")];
    const second = await publisher().publish(
      publishInput(name, { files, title: "Better", idempotency_key: "d2" }),
    );
    expect(second).toMatchObject({ pr_number: 1, tree_sha: gitTreeId(files) });
    const { data } = await client(github).rest.git.getCommit({
      owner,
      repo: name,
      commit_sha: second.commit_sha,
    });
    expect(data.parents.map(({ sha }) => sha)).toEqual([first.commit_sha]);
    expect((await holdings(name)).pulls).toMatchObject([{ number: 1, title: "Better" }]);
  });

  it("leaves a pull request closed that a person closed, but opens a new one for a new directive", async () => {
    const { name } = newRepository();
    await publisher().ensureRepository({ name, description: "", private: false });
    await publisher().publish(publishInput(name));
    await client(github).rest.pulls.update({ owner, repo: name, pull_number: 1, state: "closed" });
    expect(await publisher().publish(publishInput(name))).toMatchObject({ pr_number: 1 });
    expect(await publisher().publish(publishInput(name, { idempotency_key: "d2" }))).toMatchObject({
      pr_number: 2,
    });
    expect((await holdings(name)).pulls.map(({ state }) => state)).toEqual(["open", "closed"]);
  });

  it("finds its own closed pull request behind more than a page of newer ones", async () => {
    const { name } = newRepository();
    await publisher().ensureRepository({ name, description: "", private: false });
    const { pulls } = client(github).rest;
    await publisher().publish(publishInput(name));
    await pulls.update({ owner, repo: name, pull_number: 1, state: "closed" });
    let pages = 0;
    const shortPages: typeof fetch = (input, init) => {
      const url = String(input);
      if (url.includes("/pulls?")) pages++;
      return fetch(url.replace("per_page=100", "per_page=3"), init);
    };
    for (let number = 2; number <= 5; number++) {
      await pulls.create({ owner, repo: name, head: "gantry/m1", base: "main", title: `By hand ${number}` });
      await pulls.update({ owner, repo: name, pull_number: number, state: "closed" });
    }
    expect(await publisher(shortPages).publish(publishInput(name))).toMatchObject({ pr_number: 1 });
    expect(pages).toBe(2);
  });

  it.each([["main"], ["feature"], ["refs/heads/gantry/x"]])("refuses the branch %s", async (branch) => {
    await expect(publisher().publish(publishInput("any", { branch }))).rejects.toMatchObject({
      code: "InvalidInput",
      field: "branch",
    });
  });

  it("refuses to publish nothing", async () => {
    await expect(publisher().publish(publishInput("any", { files: [] }))).rejects.toMatchObject({
      code: "InvalidInput",
      field: "files",
    });
  });

  it("fails when the tree that GitHub created differs from the files'", async () => {
    const { name } = newRepository();
    await publisher().ensureRepository({ name, description: "", private: false });
    const lossy: typeof fetch = (input, init) =>
      String(input).endsWith("/git/trees")
        ? fetch(input, { ...init, body: String(init?.body).replace("task manager", "task mangler") })
        : fetch(input, init);
    await expect(publisher(lossy).publish(publishInput(name))).rejects.toMatchObject({ code: "Internal" });
    expect((await holdings(name)).branches).toEqual(["main"]);
  });
});

describe("publishing with interruptions", () => {
  /** Lets `alive` requests through; the next one is lost before it is sent, or its answer is, and then all. */
  function dying(alive: number, when: "before" | "after"): typeof fetch {
    let sent = 0;
    return async (input, init) => {
      if (sent++ < alive) return fetch(input, init);
      if (when === "after" && sent === alive + 1) await fetch(input, init);
      throw new TypeError("the process is gone");
    };
  }

  const mission = async (fetch: typeof globalThis.fetch, name: string) => {
    const github = publisher(fetch);
    const repository = await github.ensureRepository({ name, description: "x", private: false });
    return github.publish(publishInput(name, { repository }));
  };

  type Crash = Parameters<typeof dying>;

  const survives = async (crashes: Crash[]) => {
    const { name } = newRepository();
    for (const crash of crashes) await mission(dying(...crash), name).catch(() => {});
    const published = await mission(fetch, name);
    expect(published).toMatchObject({ pr_number: 1, tree_sha: gitTreeId(FILES) });
    const held = await holdings(name);
    expect(held).toMatchObject({ branches: ["gantry/m1", "main"], commits: 2 });
    expect(held.pulls).toHaveLength(1);
  };

  it("never duplicates a branch, commit or pull request, wherever and however often the process dies", async () => {
    let requests = 0;
    const counting: typeof fetch = (input, init) => {
      requests++;
      return fetch(input, init);
    };
    await mission(counting, newRepository().name);
    expect(requests).toBeGreaterThan(10);
    const points = Array.from({ length: requests }, (_, alive) => alive);
    const single = points.flatMap((alive): Crash[][] => [[[alive, "before"]], [[alive, "after"]]]);
    // Nearly all of the time is Octokit's timers, so the histories run side by side.
    await Promise.all(single.map(survives));

    const crash = fc.tuple(fc.constantFrom(...points), fc.constantFrom("before" as const, "after" as const));
    await fc.assert(fc.asyncProperty(fc.array(crash, { minLength: 2, maxLength: 3 }), survives), {
      numRuns: 5,
    });
  });

  it("succeeds in one call when GitHub's reply to each effect is lost in a 502", async () => {
    const seen = new Set<string>();
    const lossy: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      const request = `${init?.method} ${input} ${init?.body}`;
      if (seen.has(request)) return response;
      seen.add(request);
      return new Response("Bad gateway", { status: 502 });
    };
    const { name } = newRepository();
    expect(await mission(lossy, name)).toMatchObject({ pr_number: 1, tree_sha: gitTreeId(FILES) });
    expect(await holdings(name)).toMatchObject({ branches: ["gantry/m1", "main"], commits: 2, pulls: [{}] });
  });

  it("creates one branch and one pull request when two runs publish at once", async () => {
    const { name } = newRepository();
    await publisher().ensureRepository({ name, description: "", private: false });
    const both = await Promise.all([
      publisher().publish(publishInput(name)),
      publisher().publish(publishInput(name)),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect(await holdings(name)).toMatchObject({ branches: ["gantry/m1", "main"], commits: 2 });
  });
});
