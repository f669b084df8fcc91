import { GitHubError, invalid, notFound } from "#local-cloud/github/errors.ts";
import { type Repository, same } from "#local-cloud/github/state.ts";
import { commitView } from "#local-cloud/github/views/git.ts";
import { fullRepositoryView, repositoryUrl, repositoryView } from "#local-cloud/github/views/repository.ts";
import {
  type Account,
  type Call,
  created,
  type Operations,
  ok,
  page,
  repositoryOf,
  supportOnly,
} from "#local-cloud/github/world.ts";
import { commitFile } from "./contents.ts";

interface NewRepository {
  readonly name: string;
  readonly description?: string;
  readonly homepage?: string;
  readonly private?: boolean;
  readonly auto_init?: boolean;
}

export const repositoryOperations: Operations = {
  "repos/get": (call) => ok(fullRepositoryView(call.world, repositoryOf(call).repository)),

  "repos/create-for-authenticated-user": (call) => createRepository(call, call.account),

  "repos/create-in-org": (call) => createRepository(call, organizationOf(call)),

  "repos/list-for-authenticated-user": (call) => list(call, "/user/repos", call.account),

  "repos/list-for-org": (call) => list(call, `/orgs/${call.params.org}/repos`, organizationOf(call)),

  "repos/get-branch": (call) => {
    const { repository, git } = repositoryOf(call);
    const name = call.params.branch ?? "";
    const sha = git.ref(`refs/heads/${name}`);
    if (!sha) throw new GitHubError(404, "Branch not found");
    const url = `${repositoryUrl(call.world, repository)}/branches/${name}`;
    return ok({
      name,
      commit: commitView(call.world, repository, git, sha),
      _links: { self: url, html: `${call.world.html}/${repository.owner}/${repository.name}/tree/${name}` },
      protected: false,
      protection: { enabled: false },
      protection_url: `${url}/protection`,
    });
  },

  "repos/list-branches": (call) => {
    supportOnly(call.query, ["per_page", "page"]);
    const { repository, git } = repositoryOf(call);
    const url = repositoryUrl(call.world, repository);
    const names = git.refs("refs/heads");
    const { items, headers } = page(call, `/repos/${repository.owner}/${repository.name}/branches`, names);
    const branches = items.map((name) => {
      const sha = git.ref(`refs/heads/${name}`);
      return { name, commit: { sha, url: `${url}/commits/${sha}` }, protected: false };
    });
    return { ...ok(branches), headers };
  },
};

function organizationOf({ world, params }: Call): Account {
  const found = world.accounts.find(
    ({ login, type }) => type === "Organization" && same(login, params.org ?? ""),
  );
  if (!found) throw notFound();
  return found;
}

function createRepository(call: Call, owner: Account) {
  const { world } = call;
  const input = call.body as NewRepository;
  supportOnly(input, ["name", "description", "homepage", "private", "auto_init"]);
  // GitHub replaces invalid characters in names by dashes.
  const name = input.name.replace(/[^A-Za-z0-9._-]+/g, "-");
  if (name === "" || name.length > 100 || /^\.{1,2}$|\.git$/.test(name))
    throw invalid("Repository", { code: "custom", field: "name", message: "name is not valid" });
  if (world.state.repository(owner.login, name))
    throw new GitHubError(422, "Repository creation failed.", [
      {
        resource: "Repository",
        code: "custom",
        field: "name",
        message: "name already exists on this account",
      },
    ]);
  const repository = world.state.add<Repository>({
    kind: "repository",
    owner: owner.login,
    name,
    description: input.description ?? null,
    homepage: input.homepage ?? null,
    private: input.private ?? false,
    default_branch: "main",
    created_at: world.now(),
  });
  if (input.auto_init) {
    const readme = [`# ${name}`, ...(input.description ? [input.description] : [])].join("\n");
    commitFile(call, repository, {
      path: "README.md",
      bytes: Buffer.from(readme),
      message: "Initial commit",
    });
  }
  return created(fullRepositoryView(world, repository));
}

function list(call: Call, path: string, owner: Account) {
  supportOnly(call.query, ["per_page", "page"]);
  const { items, headers } = page(call, path, call.world.state.repositories(owner.login));
  return { ...ok(items.map((repository) => repositoryView(call.world, repository))), headers };
}
