import { type GitHubError, invalid, notFound, Violation } from "#local-cloud/github/errors.ts";
import { diffCommits, type FileChange } from "#local-cloud/github/git-diff.ts";
import { commitsBetween } from "#local-cloud/github/git-history.ts";
import { type Pull, same } from "#local-cloud/github/state.ts";
import { commitView, contentLinks } from "#local-cloud/github/views/git.ts";
import { branchRange, fullPullView, pullRange, pullView } from "#local-cloud/github/views/pull.ts";
import { repositoryPage } from "#local-cloud/github/views/repository.ts";
import {
  type Call,
  created,
  type Operations,
  ok,
  page,
  repositoryOf,
  supportOnly,
} from "#local-cloud/github/world.ts";

interface NewPull {
  readonly title?: string;
  readonly head: string;
  readonly base: string;
  readonly body?: string;
  readonly draft?: boolean;
}

export const pullOperations: Operations = {
  "pulls/create": async (call) => {
    const { repository, git } = repositoryOf(call);
    const input = call.body as NewPull;
    supportOnly(input, ["title", "head", "base", "body", "draft", "maintainer_can_modify"]);
    if (!input.title) throw invalid("PullRequest", { code: "missing_field", field: "title" });
    const [owner, head] = input.head.includes(":") ? split(input.head) : [repository.owner, input.head];
    const { base } = input;
    if (!same(owner, repository.owner) || !git.ref(`refs/heads/${head}`))
      throw invalid("PullRequest", { code: "invalid", field: "head" });
    if (!git.ref(`refs/heads/${base}`)) throw invalid("PullRequest", { code: "invalid", field: "base" });
    const others = call.world.state.pulls(repository.id);
    if (others.some((pull) => pull.state === "open" && pull.head === head && pull.base === base))
      throw custom(`A pull request already exists for ${repository.owner}:${head}.`);
    const range = pullRange(git, { head, base, state: "open" });
    if (commitsBetween(git, range.base, range.head).length === 0)
      throw custom(`No commits between ${base} and ${head}`);
    const now = call.world.now();
    const pull = call.world.state.add<Pull>({
      kind: "pull",
      repository: repository.id,
      number: others.length + 1,
      author: call.account.login,
      title: input.title,
      body: input.body ?? null,
      state: "open",
      draft: input.draft ?? false,
      head,
      base,
      labels: [],
      created_at: now,
      updated_at: now,
      closed_at: null,
    });
    return created(await fullPullView(call.world, repository, git, pull));
  },

  "pulls/list": (call) => {
    const { repository, git } = repositoryOf(call);
    const { state = "open", head, base, sort = "created", direction = "desc" } = call.query;
    if (sort !== "created") throw new Violation(`sort=${sort} is not supported here`);
    if (head !== undefined && !head.includes(":"))
      throw new Violation("head must be owner:branch; GitHub ignores the filter otherwise");
    const found = call.world.state
      .pulls(repository.id)
      .filter((pull) => state === "all" || pull.state === state)
      .filter((pull) => head === undefined || same(head, `${repository.owner}:${pull.head}`))
      .filter((pull) => base === undefined || pull.base === base);
    if (direction === "desc") found.reverse();
    const { items, headers } = page(call, `/repos/${repository.owner}/${repository.name}/pulls`, found);
    return { ...ok(items.map((pull) => pullView(call.world, repository, git, pull))), headers };
  },

  "pulls/get": async (call) => {
    const { repository, git } = repositoryOf(call);
    return ok(await fullPullView(call.world, repository, git, pullOf(call)));
  },

  "pulls/update": async (call) => {
    const { repository, git } = repositoryOf(call);
    const { title, body, state } = call.body as Partial<Pick<Pull, "title" | "body" | "state">>;
    supportOnly(call.body ?? {}, ["title", "body", "state"]);
    const pull = pullOf(call);
    const range = pull.state === "open" ? branchRange(git, pull) : pull.range;
    if (state === "open" && (pull.merged || !branchRange(git, pull)))
      throw invalid("PullRequest", { code: "invalid", field: "state" });
    const now = call.world.now();
    const changed: Pull = {
      ...pull,
      ...(title === undefined ? {} : { title }),
      ...(body === undefined ? {} : { body }),
      ...(state === undefined ? {} : { state, closed_at: state === "closed" ? now : null }),
      updated_at: now,
      ...(range && { range }),
    };
    call.world.state.replace(changed);
    return ok(await fullPullView(call.world, repository, git, changed));
  },

  "pulls/list-files": async (call) => {
    const { repository, git } = repositoryOf(call);
    const pull = pullOf(call);
    const { from, head } = pullRange(git, pull);
    const files = await diffCommits(git.dir, from, head);
    const path = `/repos/${repository.owner}/${repository.name}/pulls/${pull.number}/files`;
    const { items, headers } = page(call, path, files);
    const view = (file: FileChange) => {
      const { url, html_url } = contentLinks(call.world, repository, file.filename, head, file.sha);
      const raw = `${repositoryPage(call.world, repository)}/raw/${head}/${encodeURI(file.filename)}`;
      const changes = file.additions + file.deletions;
      return { ...file, changes, blob_url: html_url, raw_url: raw, contents_url: url };
    };
    return { ...ok(items.map(view)), headers };
  },

  "pulls/list-commits": (call) => {
    const { repository, git } = repositoryOf(call);
    const pull = pullOf(call);
    const { base, head } = pullRange(git, pull);
    const path = `/repos/${repository.owner}/${repository.name}/pulls/${pull.number}/commits`;
    const { items, headers } = page(call, path, commitsBetween(git, base, head));
    return { ...ok(items.map((sha) => commitView(call.world, repository, git, sha))), headers };
  },
};

/**
 * Returns the pull request of a path by `pull_number` or `issue_number`: pull requests are the only issues.
 */
export function pullOf(call: Call): Pull {
  const number = Number(call.params.pull_number ?? call.params.issue_number);
  const { repository } = repositoryOf(call);
  const pull = call.world.state.pulls(repository.id).find((candidate) => candidate.number === number);
  if (!pull) throw notFound();
  return pull;
}

const custom = (message: string): GitHubError => invalid("PullRequest", { code: "custom", message });

function split(head: string): [string, string] {
  const colon = head.indexOf(":");
  return [head.slice(0, colon), head.slice(colon + 1)];
}
