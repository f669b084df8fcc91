import { notFound } from "#local-cloud/github/errors.ts";
import { type Repository, same } from "#local-cloud/github/state.ts";
import { type Account, nodeId, type World } from "#local-cloud/github/world.ts";
import { accountView } from "./account.ts";

export const repositoryUrl = ({ api }: World, { owner, name }: Repository) => `${api}/repos/${owner}/${name}`;
export const repositoryPage = ({ html }: World, { owner, name }: Repository) => `${html}/${owner}/${name}`;

/** URI templates below the repository's address, as GitHub lists them in every repository. */
const RELATED = {
  archive_url: "{archive_format}{/ref}",
  assignees_url: "assignees{/user}",
  blobs_url: "git/blobs{/sha}",
  branches_url: "branches{/branch}",
  collaborators_url: "collaborators{/collaborator}",
  comments_url: "comments{/number}",
  commits_url: "commits{/sha}",
  compare_url: "compare/{base}...{head}",
  contents_url: "contents/{+path}",
  contributors_url: "contributors",
  deployments_url: "deployments",
  downloads_url: "downloads",
  events_url: "events",
  forks_url: "forks",
  git_commits_url: "git/commits{/sha}",
  git_refs_url: "git/refs{/sha}",
  git_tags_url: "git/tags{/sha}",
  hooks_url: "hooks",
  issue_comment_url: "issues/comments{/number}",
  issue_events_url: "issues/events{/number}",
  issues_url: "issues{/number}",
  keys_url: "keys{/key_id}",
  labels_url: "labels{/name}",
  languages_url: "languages",
  merges_url: "merges",
  milestones_url: "milestones{/number}",
  notifications_url: "notifications{?since,all,participating}",
  pulls_url: "pulls{/number}",
  releases_url: "releases{/id}",
  stargazers_url: "stargazers",
  statuses_url: "statuses/{sha}",
  subscribers_url: "subscribers",
  subscription_url: "subscription",
  tags_url: "tags",
  teams_url: "teams",
  trees_url: "git/trees{/sha}",
};

export function accountOf(world: World, login: string): Account {
  const account = world.accounts.find((candidate) => same(candidate.login, login));
  if (!account) throw notFound();
  return account;
}

/** The common members of GitHub's `repository`, `minimal-repository` and `full-repository`. */
export function repositoryView(world: World, repository: Repository) {
  const { id, owner, name } = repository;
  const url = repositoryUrl(world, repository);
  const html = repositoryPage(world, repository);
  const open = world.state.pulls(id).filter((pull) => pull.state === "open").length;
  return {
    id,
    node_id: nodeId("Repository", id),
    name,
    full_name: `${owner}/${name}`,
    owner: accountView(world, accountOf(world, owner)),
    private: repository.private,
    html_url: html,
    description: repository.description,
    fork: false,
    url,
    ...Object.fromEntries(Object.entries(RELATED).map(([member, rest]) => [member, `${url}/${rest}`])),
    git_url: `${html}.git`,
    ssh_url: `${html}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: repository.homepage,
    language: null,
    forks_count: 0,
    forks: 0,
    stargazers_count: 0,
    watchers_count: 0,
    watchers: 0,
    size: 0,
    default_branch: repository.default_branch,
    open_issues_count: open,
    open_issues: open,
    topics: [],
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    visibility: repository.private ? "private" : "public",
    pushed_at: repository.created_at,
    created_at: repository.created_at,
    updated_at: repository.created_at,
    permissions: { admin: true, maintain: true, push: true, triage: true, pull: true },
    license: null,
  };
}

export function fullRepositoryView(world: World, repository: Repository) {
  const account = accountOf(world, repository.owner);
  return {
    ...repositoryView(world, repository),
    ...(account.type === "Organization" ? { organization: accountView(world, account) } : {}),
    subscribers_count: 0,
    network_count: 0,
  };
}
