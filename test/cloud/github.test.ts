import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Octokit } from "@octokit/rest";
import { createGitHub } from "#local-cloud/github/github.ts";
import { type Target, target } from "./target.ts";

/*
 * What GitHub does, driven by its own client. Against GitHub itself:
 *   CLOUD_ENDPOINT=https://api.github.com GITHUB_TOKEN=… npm run test:cloud -- github
 * (a token that may create repositories; each run leaves four small private ones behind).
 */
const TOKEN = process.env.GITHUB_TOKEN ?? "gantry-local-token";
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const unique = randomBytes(4).toString("hex");
const base64 = (text: string | Uint8Array) => Buffer.from(text).toString("base64");
const NOWHERE = "0123456789012345678901234567890123456789";

let server: Target;
let octokit: Octokit;
let owner: string;

/** What GitHub answers to a call that fails. */
async function failure(call: Promise<unknown>): Promise<{ status: number; message: string; errors?: any }> {
  try {
    await call;
  } catch (error: any) {
    return { ...error.response.data, status: error.status };
  }
  throw new Error("the call succeeded");
}

beforeAll(async () => {
  server = await target((dir) => createGitHub({ dir, origin: "http://127.0.0.1", tokens: [TOKEN] }));
  const given = /github\.com|\/api\/v3$/.test(server.endpoint);
  const baseUrl = given ? server.endpoint : `${server.endpoint}/github/api/v3`;
  octokit = new Octokit({ baseUrl, auth: TOKEN, log: quiet });
  owner = (await octokit.rest.users.getAuthenticated()).data.login;
});

afterAll(() => server.close());

/** Creates an empty private repository and returns its name. */
async function emptyRepository(): Promise<string> {
  const repo = `gantry-empty-${randomBytes(4).toString("hex")}`;
  await octokit.rest.repos.createForAuthenticatedUser({ name: repo, private: true });
  return repo;
}

describe("a GitHub repository that is empty", () => {
  it("is created once, and does not exist before; the second time the name is taken", async () => {
    const repo = `gantry-once-${unique}`;
    expect(await failure(octokit.rest.repos.get({ owner, repo }))).toMatchObject({
      status: 404,
      message: "Not Found",
    });
    const create = () =>
      octokit.rest.repos.createForAuthenticatedUser({ name: repo, description: "a try", private: true });
    const { status, data } = await create();
    expect(status).toBe(201);
    expect(data).toMatchObject({ name: repo, private: true, description: "a try", default_branch: "main" });
    expect(await failure(create())).toMatchObject({
      status: 422,
      message: "Repository creation failed.",
      errors: [{ resource: "Repository", field: "name", message: "name already exists on this account" }],
    });
  });

  it("refuses git data with 409 until its first commit", async () => {
    const empty = { status: 409, message: "Git Repository is empty." };
    const place = { owner, repo: await emptyRepository() };
    expect(await failure(octokit.rest.git.getRef({ ...place, ref: "heads/main" }))).toMatchObject(empty);
    expect(await failure(octokit.rest.git.createBlob({ ...place, content: "x" }))).toMatchObject(empty);
    const tree = [{ path: "a", mode: "100644" as const, type: "blob" as const, content: "x" }];
    expect(await failure(octokit.rest.git.createTree({ ...place, tree }))).toMatchObject(empty);
  });

  it("gets its first commit when a file is written", async () => {
    const repo = await emptyRepository();
    const put = () =>
      octokit.rest.repos.createOrUpdateFileContents({
        owner,
        repo,
        path: "README.md",
        message: "Initial commit",
        content: base64("# try\n"),
      });
    const { status, data } = await put();
    expect(status).toBe(201);
    const { data: ref } = await octokit.rest.git.getRef({ owner, repo, ref: "heads/main" });
    expect(ref.object).toMatchObject({ type: "commit", sha: data.commit.sha });
    expect(await failure(put())).toMatchObject({ status: 422 });
    const { data: file } = await octokit.rest.repos.getContent({ owner, repo, path: "README.md" });
    expect(Buffer.from((file as { content: string }).content, "base64").toString()).toBe("# try\n");
  });
});

describe("a GitHub repository with a first commit", () => {
  const repo = `gantry-full-${unique}`;
  const place = { owner, repo };
  let base: string;
  /** The tree and the commit of one file on top of the first commit. */
  let hello: string;
  let first: string;

  beforeAll(async () => {
    Object.assign(place, { owner });
    await octokit.rest.repos.createForAuthenticatedUser({ name: repo, private: true, auto_init: true });
    base = (await octokit.rest.repos.getBranch({ ...place, branch: "main" })).data.commit.sha;
    hello = await treeOf("hello\n");
    first = await commitOf(hello, [base]);
  });

  const commitOf = async (tree: string, parents: string[], message = "a change") => {
    const author = { name: "Ann", email: "ann@example.com", date: "2026-01-02T03:04:05Z" };
    const { data } = await octokit.rest.git.createCommit({ ...place, message, tree, parents, author });
    return data.sha;
  };
  const treeOf = async (content: string, path = "hello.txt") => {
    const tree = [{ path, mode: "100644" as const, type: "blob" as const, content }];
    return (await octokit.rest.git.createTree({ ...place, tree })).data.sha;
  };
  const createBranch = (branch: string, sha: string) =>
    octokit.rest.git.createRef({ ...place, ref: `refs/heads/${branch}`, sha });
  /** A branch with one commit, and its open pull request's number. */
  const pullRequest = async (branch: string): Promise<number> => {
    await createBranch(branch, first);
    const opened = await octokit.rest.pulls.create({
      ...place,
      head: branch,
      base: "main",
      title: "Say hello",
    });
    return opened.data.number;
  };

  it("starts with a README", async () => {
    const { data } = await octokit.rest.git.getTree({ ...place, tree_sha: "main" });
    expect(data.tree.map((row) => row.path)).toEqual(["README.md"]);
  });

  it("stores blobs byte for byte under git's ids", async () => {
    const bytes = Buffer.from([0, 255, 10, 13, 0]);
    const { data } = await octokit.rest.git.createBlob({
      ...place,
      content: base64(bytes),
      encoding: "base64",
    });
    const read = await octokit.rest.git.getBlob({ ...place, file_sha: data.sha });
    expect(Buffer.from(read.data.content, "base64")).toEqual(bytes);
    const hello = await octokit.rest.git.createBlob({ ...place, content: "hello\n" });
    expect(hello.data.sha).toBe("ce013625030ba8dba906f756967f9e9ca394464a");
  });

  it("builds trees on a base, replacing, adding and deleting paths", async () => {
    const file = { mode: "100644" as const, type: "blob" as const };
    const one = await octokit.rest.git.createTree({
      ...place,
      tree: [
        { ...file, path: "src/a.txt", content: "a" },
        { ...file, path: "src/b.txt", content: "b" },
        { ...file, path: "run.sh", content: "#!/bin/sh\n", mode: "100755" },
      ],
    });
    const two = await octokit.rest.git.createTree({
      ...place,
      base_tree: one.data.sha,
      tree: [
        { ...file, path: "src/b.txt", sha: null },
        { ...file, path: "src/deep/c.txt", content: "c" },
      ],
    });
    const { data } = await octokit.rest.git.getTree({ ...place, tree_sha: two.data.sha, recursive: "1" });
    expect(data.tree.map(({ path, mode }) => `${mode} ${path}`)).toEqual([
      "100755 run.sh",
      "040000 src",
      "100644 src/a.txt",
      "040000 src/deep",
      "100644 src/deep/c.txt",
    ]);
    expect(data.truncated).toBe(false);
  });

  it("refuses a tree that names missing objects", async () => {
    const tree = [{ path: "a", mode: "100644" as const, type: "blob" as const, sha: NOWHERE }];
    expect(await failure(octokit.rest.git.createTree({ ...place, tree }))).toMatchObject({
      status: 422,
      message: `tree.sha ${NOWHERE} is not a valid blob`,
    });
  });

  it("creates the same commit from the same input", async () => {
    expect(await commitOf(hello, [base])).toBe(first);
    const { data } = await octokit.rest.git.getCommit({ ...place, commit_sha: first });
    expect(data).toMatchObject({
      message: "a change",
      tree: { sha: hello },
      author: { name: "Ann", email: "ann@example.com", date: "2026-01-02T03:04:05Z" },
      parents: [{ sha: base }],
    });
  });

  it("creates a branch once and only under refs/", async () => {
    const create = (ref: string, sha: string) => octokit.rest.git.createRef({ ...place, ref, sha });
    const { status, data } = await create("refs/heads/gantry/one", first);
    expect(status).toBe(201);
    expect(data).toMatchObject({ ref: "refs/heads/gantry/one", object: { sha: first } });
    expect(await failure(create("refs/heads/gantry/one", first))).toMatchObject({
      status: 422,
      message: "Reference already exists",
    });
    expect(await failure(create("gantry", first))).toMatchObject({ status: 422 });
    expect(await failure(create("refs/heads/gantry/two", NOWHERE))).toMatchObject({
      status: 422,
      message: "Object does not exist",
    });
  });

  it("moves a branch forward, and backward only with force", async () => {
    await createBranch("gantry/moved", first);
    const ref = "heads/gantry/moved";
    const second = await commitOf(await treeOf("hello again\n"), [first]);
    const forward = await octokit.rest.git.updateRef({ ...place, ref, sha: second, force: false });
    expect(forward.data.object.sha).toBe(second);
    expect(
      await failure(octokit.rest.git.updateRef({ ...place, ref, sha: first, force: false })),
    ).toMatchObject({
      status: 422,
      message: "Update is not a fast forward",
    });
    await octokit.rest.git.updateRef({ ...place, ref, sha: first, force: true });
    expect((await octokit.rest.git.getRef({ ...place, ref })).data.object.sha).toBe(first);
    expect(
      await failure(octokit.rest.git.updateRef({ ...place, ref: "heads/gantry/none", sha: first })),
    ).toMatchObject({ status: 422, message: "Reference does not exist" });
    expect(await failure(octokit.rest.git.getRef({ ...place, ref: "heads/gantry/none" }))).toMatchObject({
      status: 404,
      message: "Not Found",
    });
  });

  it("opens one pull request per branch and finds it by head and state", async () => {
    const branch = "gantry/opened";
    await createBranch(branch, first);
    const open = (head: string) =>
      octokit.rest.pulls.create({ ...place, head, base: "main", title: "Say hello", body: "A greeting." });
    const { status, data } = await open(branch);
    expect(status).toBe(201);
    expect(data).toMatchObject({
      number: expect.any(Number),
      state: "open",
      title: "Say hello",
      body: "A greeting.",
      commits: 1,
      changed_files: 2,
      additions: 1,
      head: { ref: branch, sha: first, label: `${owner}:${branch}` },
      base: { ref: "main", sha: base },
    });
    const { number } = data;
    expect(data.html_url).toMatch(new RegExp(`/${owner}/${repo}/pull/${number}$`));
    expect(await failure(open(branch))).toMatchObject({
      status: 422,
      message: "Validation Failed",
      errors: [{ message: `A pull request already exists for ${owner}:${branch}.` }],
    });
    expect(await failure(open("gantry/none"))).toMatchObject({
      status: 422,
      errors: [{ resource: "PullRequest", field: "head", code: "invalid" }],
    });
    const list = async (state: "open" | "closed" | "all", head = branch) =>
      (await octokit.rest.pulls.list({ ...place, head: `${owner}:${head}`, state })).data.map(
        (p) => p.number,
      );
    expect(await list("open")).toEqual([number]);
    expect(await list("all", "gantry/none")).toEqual([]);
    await octokit.rest.pulls.update({ ...place, pull_number: number, state: "closed" });
    expect(await list("open")).toEqual([]);
    expect(await list("closed")).toEqual([number]);
    await octokit.rest.pulls.update({
      ...place,
      pull_number: number,
      state: "open",
      title: "Say hello, again",
    });
    expect((await octokit.rest.pulls.get({ ...place, pull_number: number })).data.title).toBe(
      "Say hello, again",
    );
  });

  it("refuses a pull request without commits of its own", async () => {
    await createBranch("gantry/same", base);
    expect(
      await failure(
        octokit.rest.pulls.create({ ...place, head: "gantry/same", base: "main", title: "Nothing" }),
      ),
    ).toMatchObject({ status: 422, errors: [{ message: "No commits between main and gantry/same" }] });
  });

  it("lists the changes of a pull request, with their text", async () => {
    const pull = { ...place, pull_number: await pullRequest("gantry/listed") };
    const { data: files } = await octokit.rest.pulls.listFiles(pull);
    expect(files).toMatchObject([
      { filename: "README.md", status: "removed" },
      { filename: "hello.txt", status: "added", additions: 1, deletions: 0, patch: "@@ -0,0 +1 @@\n+hello" },
    ]);
    const { data: commits } = await octokit.rest.pulls.listCommits(pull);
    expect(commits.map(({ sha }) => sha)).toEqual([first]);
  });

  it("accepts comments and labels on a pull request", async () => {
    const issue = { ...place, issue_number: await pullRequest("gantry/commented") };
    const { status } = await octokit.rest.issues.createComment({ ...issue, body: "Built." });
    expect(status).toBe(201);
    const { data: comments } = await octokit.rest.issues.listComments(issue);
    expect(comments.map(({ body }) => body)).toEqual(["Built."]);
    await octokit.rest.issues.addLabels({ ...issue, labels: ["gantry"] });
    await octokit.rest.issues.addLabels({ ...issue, labels: ["gantry", "draft"] });
    const { data: labels } = await octokit.rest.issues.listLabelsOnIssue(issue);
    expect(labels.map(({ name }) => name).sort()).toEqual(["draft", "gantry"]);
  });

  it("pages lists and links to the next page", async () => {
    await createBranch("gantry/paged", first);
    const one = await octokit.rest.repos.listBranches({ ...place, per_page: 1 });
    expect(one.data).toHaveLength(1);
    expect(one.headers.link).toContain('rel="next"');
    const all = (await octokit.rest.repos.listBranches(place)).data.map(({ name }) => name);
    expect(all).toEqual(expect.arrayContaining(["gantry/paged", "main"]));
    expect(all).toEqual(all.toSorted());
  });
});

describe("GitHub's authentication", () => {
  it("refuses a request without a token", async () => {
    const stranger = new Octokit({ baseUrl: octokit.request.endpoint.DEFAULTS.baseUrl, log: quiet });
    expect(await failure(stranger.rest.users.getAuthenticated())).toMatchObject({
      status: 401,
      message: "Requires authentication",
    });
  });

  it("returns the rate limit even without a token", async () => {
    const { data } = await octokit.rest.rateLimit.get();
    expect(data.resources.core.limit).toBeGreaterThan(0);
  });
});
