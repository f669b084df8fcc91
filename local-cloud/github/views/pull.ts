import { crc32 } from "node:zlib";
import { diffCommits } from "#local-cloud/github/git-diff.ts";
import { commitsBetween, mergeBase } from "#local-cloud/github/git-history.ts";
import type { GitRepository } from "#local-cloud/github/git-repository.ts";
import type { Comment, Pull, PullRange, Repository } from "#local-cloud/github/state.ts";
import { nodeId, type World } from "#local-cloud/github/world.ts";
import { accountView } from "./account.ts";
import { accountOf, repositoryPage, repositoryUrl, repositoryView } from "./repository.ts";

/**
 * Returns the base and head commits of a pull request, and the commit from which its diff starts: those of its
 * branches while it is open, and the last of them afterwards.
 */
export function pullRange(git: GitRepository, pull: Pick<Pull, "head" | "base" | "state" | "range">) {
  const { head, base } =
    (pull.state === "open" ? branchRange(git, pull) : pull.range) ?? lastRange(git, pull);
  return { head, base, from: mergeBase(git, base, head) ?? base };
}

/** Returns the commits of both branches, or undefined if one of them is gone. */
export function branchRange(git: GitRepository, pull: Pick<Pull, "head" | "base">): PullRange | undefined {
  const head = git.ref(`refs/heads/${pull.head}`);
  const base = git.ref(`refs/heads/${pull.base}`);
  return head && base ? { head, base } : undefined;
}

function lastRange(git: GitRepository, pull: Pick<Pull, "head" | "base" | "range">): PullRange {
  const range = pull.range ?? branchRange(git, pull);
  if (!range) throw new Error("a branch of the pull request is gone");
  return range;
}

/** GitHub's `pull-request-simple`. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a list of the members that GitHub documents.
export function pullView(world: World, repository: Repository, git: GitRepository, pull: Pull) {
  const api = repositoryUrl(world, repository);
  const url = `${api}/pulls/${pull.number}`;
  const issue = `${api}/issues/${pull.number}`;
  const html = `${repositoryPage(world, repository)}/pull/${pull.number}`;
  const range = pullRange(git, pull);
  const side = (ref: string, sha: string) => ({
    label: `${repository.owner}:${ref}`,
    ref,
    sha,
    user: accountView(world, accountOf(world, repository.owner)),
    repo: repositoryView(world, repository),
  });
  const links = {
    comments: `${issue}/comments`,
    commits: `${url}/commits`,
    statuses: `${api}/statuses/${range.head}`,
    html,
    issue,
    review_comments: `${url}/comments`,
    review_comment: `${api}/pulls/comments{/number}`,
    self: url,
  };
  return {
    url,
    id: pull.id,
    node_id: nodeId("PullRequest", pull.id),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: links.statuses,
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: accountView(world, accountOf(world, pull.author)),
    body: pull.body,
    labels: pull.labels.map((name) => labelView(world, repository, name)),
    milestone: null,
    created_at: pull.created_at,
    updated_at: pull.updated_at,
    closed_at: pull.closed_at,
    merged_at: pull.merged?.at ?? null,
    merge_commit_sha: pull.merged?.commit ?? null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    head: side(pull.head, range.head),
    base: side(pull.base, range.base),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    author_association: "OWNER",
    auto_merge: null,
    draft: pull.draft,
  };
}

/** GitHub's `pull-request`. Mergeability is not computed, as in GitHub's first response. */
export async function fullPullView(world: World, repository: Repository, git: GitRepository, pull: Pull) {
  const range = pullRange(git, pull);
  const files = await diffCommits(git.dir, range.from, range.head);
  const sum = (member: "additions" | "deletions") => files.reduce((total, file) => total + file[member], 0);
  return {
    ...pullView(world, repository, git, pull),
    merged: pull.merged !== undefined,
    mergeable: null,
    mergeable_state: "unknown",
    merged_by: pull.merged ? accountView(world, accountOf(world, pull.merged.by)) : null,
    comments: world.state.comments(pull.id).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: commitsBetween(git, range.base, range.head).length,
    additions: sum("additions"),
    deletions: sum("deletions"),
    changed_files: files.length,
  };
}

export function labelView(world: World, repository: Repository, name: string) {
  return {
    id: crc32(`${repository.id}:${name}`),
    node_id: nodeId("Label", `${repository.id}:${name}`),
    url: `${repositoryUrl(world, repository)}/labels/${encodeURIComponent(name)}`,
    name,
    description: null,
    color: "ededed",
    default: false,
  };
}

/** GitHub's `issue-comment`. */
export function commentView(world: World, repository: Repository, pull: Pull, comment: Comment) {
  const api = repositoryUrl(world, repository);
  return {
    id: comment.id,
    node_id: nodeId("IssueComment", comment.id),
    url: `${api}/issues/comments/${comment.id}`,
    html_url: `${repositoryPage(world, repository)}/pull/${pull.number}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${pull.number}`,
    user: accountView(world, accountOf(world, comment.author)),
    body: comment.body,
    created_at: comment.created_at,
    updated_at: comment.created_at,
    author_association: "OWNER",
  };
}
