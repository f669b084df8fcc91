import type { Commit } from "#local-cloud/github/git-formats.ts";
import type { GitRepository } from "#local-cloud/github/git-repository.ts";
import type { Repository } from "#local-cloud/github/state.ts";
import { nodeId, type World } from "#local-cloud/github/world.ts";
import { repositoryPage, repositoryUrl } from "./repository.ts";

const UNVERIFIED = {
  verified: false,
  reason: "unsigned",
  signature: null,
  payload: null,
  verified_at: null,
};

const parentsOf = (world: World, repository: Repository, commit: Commit, folder: string) =>
  commit.parents.map((sha) => ({
    sha,
    url: `${repositoryUrl(world, repository)}/${folder}/${sha}`,
    html_url: `${repositoryPage(world, repository)}/commit/${sha}`,
  }));

function commitAt(git: GitRepository, sha: string): Commit {
  const commit = git.commit(sha);
  if (!commit) throw new Error(`the repository has lost its commit ${sha}`);
  return commit;
}

/** GitHub's `git-commit`. */
export function gitCommitView(world: World, repository: Repository, git: GitRepository, sha: string) {
  const commit = commitAt(git, sha);
  const url = `${repositoryUrl(world, repository)}/git`;
  return {
    sha,
    node_id: nodeId("Commit", sha),
    url: `${url}/commits/${sha}`,
    html_url: `${repositoryPage(world, repository)}/commit/${sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${url}/trees/${commit.tree}` },
    message: commit.message,
    parents: parentsOf(world, repository, commit, "git/commits"),
    verification: UNVERIFIED,
  };
}

/** GitHub's `commit`: the same commit as part of a history. */
export function commitView(world: World, repository: Repository, git: GitRepository, sha: string) {
  const commit = commitAt(git, sha);
  const url = `${repositoryUrl(world, repository)}/commits/${sha}`;
  return {
    sha,
    node_id: nodeId("Commit", sha),
    url,
    html_url: `${repositoryPage(world, repository)}/commit/${sha}`,
    comments_url: `${url}/comments`,
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: `${repositoryUrl(world, repository)}/git/trees/${commit.tree}` },
      url: `${repositoryUrl(world, repository)}/git/commits/${sha}`,
      comment_count: 0,
      verification: UNVERIFIED,
    },
    author: null,
    committer: null,
    parents: parentsOf(world, repository, commit, "commits"),
  };
}

/** GitHub's `git-ref` of a full name like `refs/heads/main`. */
export function refView(world: World, repository: Repository, ref: string, sha: string) {
  const url = `${repositoryUrl(world, repository)}/git`;
  return {
    ref,
    node_id: nodeId("Ref", `${repository.id}:${ref}`),
    url: `${url}/${ref}`,
    object: { sha, type: "commit", url: `${url}/commits/${sha}` },
  };
}

/** Returns the addresses of a file at a path of a branch, in the API and as a page. */
export function contentLinks(world: World, repository: Repository, path: string, ref: string, sha: string) {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const url = `${repositoryUrl(world, repository)}/contents/${encoded}?ref=${encodeURIComponent(ref)}`;
  const git = `${repositoryUrl(world, repository)}/git/blobs/${sha}`;
  const html = `${repositoryPage(world, repository)}/blob/${ref}/${encoded}`;
  return { url, git_url: git, html_url: html, _links: { self: url, git, html } };
}
