import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createGitHub } from "#adapters/github/github.ts";
import { cloneInto } from "#test/local-cloud/github/clone.ts";
import { type RunningGitHub, startGitHub, TOKEN } from "#test/local-cloud/github/server.ts";

const owner = "gantry-local";
const BRANCH = "gantry/m_1";
const PICTURE = Uint8Array.from([137, 80, 78, 71, 0, 255, 254]);

let github: RunningGitHub;
let temporary: string;
let repositories = 0;

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), "gantry-read-"));
  github = await startGitHub();
});
afterAll(async () => {
  await github.close();
  rmSync(temporary, { recursive: true, force: true });
});

const adapter = (fetch: typeof globalThis.fetch = globalThis.fetch) =>
  createGitHub({
    apiUrl: github.api,
    auth: { token: TOKEN },
    owner,
    fetch,
    pace: { write: 0, notify: 0, retry: 0 },
  });

/** A repository with a pull request that was published, and a clone of it that can push. */
async function published() {
  const name = `read-${++repositories}`;
  const repository = await adapter().ensureRepository({ name, description: "An app", private: true });
  const { commit_sha: commit, tree_sha: tree } = await adapter().publish({
    repository,
    branch: BRANCH,
    files: [
      { path: "README.md", bytes: Buffer.from("# App\n") },
      { path: "public/logo.png", bytes: PICTURE },
    ],
    message: "An app",
    author_date: "2026-03-04T05:06:07Z",
    title: "An app",
    body: "",
    idempotency_key: name,
  });
  const address = `${github.html}/${owner}/${name}.git`;
  const clone = await cloneInto(join(temporary, name), address, { branch: BRANCH });
  return { name, repository, commit, tree, ...clone };
}

describe("where the work on a published branch goes on", () => {
  it("is the branch while its pull request is open, with what was pushed to it", async () => {
    const { name, commit, tree, folder, git: inClone, commitAll } = await published();
    const find = () => adapter().findHead({ name, branch: BRANCH });
    expect(await find()).toEqual({ branch: BRANCH, commit, tree });
    writeFileSync(join(folder, "notes.txt"), "Notes\n");
    const pushed = await commitAll();
    await inClone("push", "--quiet", "origin", BRANCH);
    expect(await find()).toEqual({
      branch: BRANCH,
      commit: pushed,
      tree: await inClone("rev-parse", "HEAD^{tree}"),
    });
  });

  it("is the default branch once it is merged, also without the branch", async () => {
    const { name, folder, git: inClone, commitAll } = await published();
    await inClone("checkout", "--quiet", "main");
    await inClone(
      "merge",
      "--quiet",
      "--no-ff",
      "-m",
      "Merge",
      BRANCH,
      "-X",
      "theirs",
      "--allow-unrelated-histories",
    );
    await inClone("push", "--quiet", "origin", "main");
    writeFileSync(join(folder, "notes.txt"), "Notes\n");
    const later = await commitAll();
    await inClone("push", "--quiet", "origin", "main");
    await inClone("push", "--quiet", "--delete", "origin", BRANCH);
    const tree = await inClone("rev-parse", "HEAD^{tree}");
    expect(await adapter().findHead({ name, branch: BRANCH })).toEqual({
      branch: "main",
      commit: later,
      tree,
    });
  });

  it("is nowhere without the repository, and after the branch was deleted without a merge", async () => {
    const { name, git: inClone } = await published();
    await inClone("push", "--quiet", "--delete", "origin", BRANCH);
    expect(await adapter().findHead({ name, branch: BRANCH })).toBeNull();
    expect(await adapter().findHead({ name: "nowhere", branch: BRANCH })).toBeNull();
  });

  it("is not guessed when GitHub fails", async () => {
    const { name } = await published();
    const down = adapter(async () => new Response("{}", { status: 502 }));
    await expect(down.findHead({ name, branch: BRANCH })).rejects.toMatchObject({
      code: "GitHubUnavailable",
    });
    const refused = adapter(async () => new Response('{"message":"Bad credentials"}', { status: 401 }));
    await expect(refused.findHead({ name, branch: BRANCH })).rejects.toMatchObject({ code: "GitHubRefused" });
  });
});

describe("the files of a tree", () => {
  it("are listed with their modes and sizes, and read byte for byte", async () => {
    const { name, folder, git: inClone, commitAll } = await published();
    writeFileSync(join(folder, "run.sh"), "#!/bin/sh\n", { mode: 0o755 });
    symlinkSync("README.md", join(folder, "link"));
    await commitAll();
    await inClone("push", "--quiet", "origin", BRANCH);
    const head = await adapter().findHead({ name, branch: BRANCH });
    const files = await adapter().listFiles({ name, id: head?.tree as string });
    expect(files.map(({ path, mode, size }) => [path, mode, size]).sort()).toEqual([
      ["README.md", "100644", 6],
      ["link", "120000", 9],
      ["public/logo.png", "100644", 7],
      ["run.sh", "100755", 10],
    ]);
    const logo = files.find(({ path }) => path === "public/logo.png");
    expect(new Uint8Array(await adapter().readFile({ name, id: logo?.id as string }))).toEqual(PICTURE);
  });

  it("are refused when GitHub does not list them all", async () => {
    const cut = adapter(async () => Response.json({ sha: "1".repeat(40), tree: [], truncated: true }));
    await expect(cut.listFiles({ name: "x", id: "1".repeat(40) })).rejects.toMatchObject({
      code: "UnsupportedRequest",
    });
  });
});

describe("a publication on top of a commit", () => {
  it("starts its branch there, whatever the default branch has", async () => {
    const { name, repository, folder, git: inClone, commitAll } = await published();
    writeFileSync(join(folder, "notes.txt"), "Notes\n");
    const parent = await commitAll();
    await inClone("push", "--quiet", "origin", BRANCH);
    const { commit_sha } = await adapter().publish({
      repository,
      branch: "gantry/m_2",
      parent,
      files: [{ path: "README.md", bytes: Buffer.from("# Changed\n") }],
      message: "A change",
      author_date: "2026-03-05T05:06:07Z",
      title: "A change",
      body: "",
      idempotency_key: `${name}-2`,
    });
    await inClone("fetch", "--quiet", "origin");
    expect(await inClone("rev-parse", `${commit_sha}^`)).toBe(parent);
  });
});
