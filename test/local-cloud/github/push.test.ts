import { generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Clone, cloneInto } from "./clone.ts";
import { client, git, type RunningGitHub, spki, startGitHub, TOKEN } from "./server.ts";

const owner = "gantry-local";
const appKey = generateKeyPairSync("rsa", { modulusLength: 2048 });
let github: RunningGitHub;
let temporary: string;

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), "gantry-push-"));
  github = await startGitHub({ appKey: spki(appKey) });
});

afterAll(async () => {
  await github.close();
  rmSync(temporary, { recursive: true, force: true });
});

/** A new repository, a clone of it that pushes with `token`, and git in that clone. */
async function cloned(name: string, token = TOKEN) {
  await client(github).rest.repos.createForAuthenticatedUser({ name, auto_init: true });
  const clone = await cloneInto(join(temporary, name), `${github.html}/${owner}/${name}.git`, { token });
  return { place: { owner, repo: name }, ...clone };
}

/** Commits a file in a clone, and returns the commit. */
function committed(clone: Clone, path: string, content: string) {
  writeFileSync(join(clone.folder, path), content);
  return clone.commitAll(`Add ${path}`);
}

/** A clone whose branch `work` has a pull request into `main`. */
async function withPull(name: string) {
  const clone = await cloned(name);
  await clone.git("checkout", "--quiet", "-b", "work");
  const commit = await committed(clone, "work.txt", "work\n");
  await clone.git("push", "--quiet", "origin", "work");
  const { rest } = client(github);
  const { data } = await rest.pulls.create({ ...clone.place, head: "work", base: "main", title: "Work" });
  const pull = async () => (await rest.pulls.get({ ...clone.place, pull_number: data.number })).data;
  return { clone, commit, pull, url: data.html_url };
}

describe("a push with a valid token", () => {
  it("brings commits and branches that the REST API and other clones read, also after a crash", async () => {
    const clone = await cloned("accepted");
    const commit = await committed(clone, "a.txt", "from a person\n");
    await clone.git(
      "push",
      "--quiet",
      "origin",
      "HEAD:main",
      "HEAD:refs/heads/topic/one",
      "HEAD:refs/tags/v1",
    );
    github.restart();
    const { rest } = client(github);
    for (const ref of ["heads/main", "heads/topic/one", "tags/v1"])
      expect((await rest.git.getRef({ ...clone.place, ref })).data.object.sha).toBe(commit);
    const { data } = await rest.repos.getContent({ ...clone.place, path: "a.txt" });
    expect(data).toMatchObject({
      content: expect.stringContaining(Buffer.from("from a person\n").toString("base64")),
    });
    const again = join(temporary, "accepted-again");
    await git("clone", "--quiet", `${github.html}/${owner}/accepted.git`, again);
    expect(await git("-C", again, "rev-parse", "HEAD")).toBe(commit);
    await git("-C", again, "fsck", "--strict");
  });

  it("may have hundreds of objects, and a pack of some megabytes", async () => {
    const clone = await cloned("large");
    for (let at = 0; at < 300; at++) writeFileSync(join(clone.folder, `${at}.txt`), `${at}\n`);
    const noise = Array.from({ length: 300_000 }, (_, at) => Math.sin(at)).join("");
    const commit = await committed(clone, "large.txt", noise);
    await clone.git("push", "--quiet", "origin", "HEAD:main");
    const { data } = await client(github).rest.git.getTree({ ...clone.place, tree_sha: commit });
    expect(data.tree.length).toBeGreaterThan(300);
    const blob = data.tree.find(({ path }) => path === "large.txt")?.sha ?? "";
    const { data: large } = await client(github).rest.git.getBlob({ ...clone.place, file_sha: blob });
    expect(Buffer.from(large.content, "base64").toString()).toBe(noise);
  });

  it("may rewrite and delete a branch, but not delete the default branch", async () => {
    const clone = await cloned("rewritten");
    await committed(clone, "a.txt", "a");
    await clone.git("push", "--quiet", "origin", "HEAD:topic");
    await clone.git("commit", "--quiet", "--amend", "-m", "Again");
    await expect(clone.git("push", "origin", "HEAD:topic")).rejects.toThrow(/non-fast-forward|fetch first/);
    await clone.git("push", "--quiet", "--force", "origin", "HEAD:topic");
    await clone.git("push", "--quiet", "--delete", "origin", "topic");
    await expect(clone.git("push", "--delete", "origin", "main")).rejects.toThrow(/remote rejected/);
    expect(await git("ls-remote", `${github.html}/${owner}/rewritten.git`)).toMatch(
      /^\S+\tHEAD\n\S+\trefs\/heads\/main$/,
    );
  });

  it("is refused for what is neither a branch nor a tag", async () => {
    const clone = await cloned("hidden");
    for (const ref of ["refs/pull/1/head", "refs/notes/commits", "refs/other/x"])
      await expect(clone.git("push", "origin", `HEAD:${ref}`)).rejects.toThrow(/hidden ref/);
  });

  it("is refused for objects that git would not check out safely", async () => {
    const clone = await cloned("unsafe");
    const blob = await clone.git("hash-object", "-w", ".git/config");
    const list = join(temporary, "tree.txt");
    writeFileSync(list, `100644 blob ${blob}\t.git\n`);
    const tree = await clone.git("-c", "alias.make=!git mktree <", "make", list);
    const commit = await clone.git("commit-tree", "-m", "Unsafe", tree);
    await expect(clone.git("push", "origin", `${commit}:refs/heads/unsafe`)).rejects.toThrow(
      /hasDotgit|unpacker error/,
    );
    await expect(
      client(github).rest.git.getCommit({ ...clone.place, commit_sha: commit }),
    ).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe("a push without a valid token", () => {
  it.each([
    ["no token", "", /could not read Username|terminal prompts disabled/],
    ["a wrong one", "wrong", /Authentication failed|401/],
    ["what looks like an App's", "ghs_made-up", /Authentication failed|401/],
  ])("is refused: %s", async (title, token, message) => {
    const clone = await cloned(`refused-${title.replaceAll(/\W/g, "")}`, token);
    await committed(clone, "a.txt", "a");
    await expect(clone.git("push", "origin", "HEAD:pushed")).rejects.toThrow(message);
    const receive = `${github.html}/${owner}/${clone.place.repo}.git/git-receive-pack`;
    const posted = await fetch(receive, { method: "POST", body: "0000" });
    expect([posted.status, posted.headers.get("www-authenticate")]).toEqual([401, 'Basic realm="GitHub"']);
    expect(await git("ls-remote", `${github.html}/${owner}/${clone.place.repo}.git`)).not.toContain("pushed");
  });

  it("is accepted from a GitHub App with a token of its installation", async () => {
    const now = Math.floor(Date.now() / 1000);
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
    const claims = `${encode({ alg: "RS256", typ: "JWT" })}.${encode({ iss: "12", iat: now - 30, exp: now + 300 })}`;
    const signature = sign("RSA-SHA256", Buffer.from(claims), appKey.privateKey).toString("base64url");
    const asked = await fetch(`${github.api}/app/installations/7/access_tokens`, {
      method: "POST",
      headers: { authorization: `bearer ${claims}.${signature}` },
      body: "{}",
    });
    const { token } = (await asked.json()) as { token: string };
    const clone = await cloned("by-app", token);
    const commit = await committed(clone, "a.txt", "a");
    await clone.git("push", "--quiet", "origin", "HEAD:main");
    expect(await git("ls-remote", `${github.html}/${owner}/by-app.git`, "main")).toContain(commit);
  });
});

describe("an open pull request", () => {
  it("follows its branch, and is merged by a push of the base branch with its commits", async () => {
    const { clone, pull, url } = await withPull("merged");
    const head = await committed(clone, "more.txt", "more\n");
    await clone.git("push", "--quiet", "origin", "work");
    expect(await pull()).toMatchObject({
      state: "open",
      merged: false,
      merged_at: null,
      head: { sha: head },
      commits: 2,
    });
    await clone.git("checkout", "--quiet", "main");
    await clone.git("merge", "--quiet", "--no-ff", "-m", "Merge work", "work");
    const merge = await clone.git("rev-parse", "HEAD");
    await clone.git("push", "--quiet", "origin", "main");
    const merged = await pull();
    expect(merged).toMatchObject({
      state: "closed",
      merged: true,
      merged_by: { login: owner },
      merge_commit_sha: merge,
      head: { sha: head },
      commits: 2,
      changed_files: 2,
    });
    expect(merged.merged_at).toBe(merged.closed_at);
    await clone.git("push", "--quiet", "--delete", "origin", "work");
    expect(await pull()).toEqual(merged);
    expect(await (await fetch(url)).text()).toContain("<p>merged: ");
  });

  it("is closed when its branch is deleted, and keeps showing its commits", async () => {
    const { clone, commit, pull } = await withPull("deleted");
    await clone.git("push", "--quiet", "--delete", "origin", "work");
    const closed = await pull();
    expect(closed).toMatchObject({
      state: "closed",
      merged: false,
      merged_at: null,
      head: { sha: commit },
      commits: 1,
    });
    const { rest } = client(github);
    const reopen = rest.pulls.update({ ...clone.place, pull_number: 1, state: "open" });
    await expect(reopen).rejects.toMatchObject({ status: 422 });
  });

  it("is closed, not merged, when its branch goes back to what the base branch already had", async () => {
    const { clone, pull } = await withPull("emptied");
    await clone.git("push", "--quiet", "--force", "origin", "main:work");
    expect(await pull()).toMatchObject({ state: "closed", merged: false });
  });

  it("stays open when the base branch gets other commits", async () => {
    const { clone, pull } = await withPull("other");
    await clone.git("checkout", "--quiet", "main");
    await committed(clone, "other.txt", "other\n");
    await clone.git("push", "--quiet", "origin", "main");
    expect(await pull()).toMatchObject({ state: "open", merged: false });
  });

  it("is ended by the next start when the process ended right after the push", async () => {
    const { clone, pull } = await withPull("crash");
    await clone.git("push", "--quiet", "origin", "HEAD:unrelated");
    const dir = join(github.dir, "repositories");
    const { data } = await client(github).rest.repos.get(clone.place);
    await git(`--git-dir=${join(dir, `${data.id}.git`)}`, "update-ref", "refs/heads/main", "refs/heads/work");
    expect(await pull()).toMatchObject({ state: "open" });
    github.restart();
    expect(await pull()).toMatchObject({ state: "closed", merged: true, merged_by: { login: owner } });
  });
});
