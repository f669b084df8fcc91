import type { Repositories, Repository } from "#core/directives/repositories.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { GitHubClient } from "./client.ts";
import { answered, isRequestFailure } from "./errors.ts";

type Input = Parameters<Repositories["ensureRepository"]>[0];

export interface EnsuredRepository extends Repository {
  /** Whether this call created the repository's first commit. */
  readonly bootstrapped: boolean;
}

interface Parts {
  readonly client: GitHubClient;
  readonly owner: string;
  /** Whether the credential is a GitHub App's. */
  readonly asApp: boolean;
}

/** Creates the repository and its first commit if they do not exist. Idempotent, also after an interruption. */
export async function ensureRepository(parts: Parts, input: Input): Promise<EnsuredRepository> {
  const existing = await findRepository(parts, input.name);
  const repository = existing ?? (await createRepository(parts, input));
  const written = await bootstrap(parts.client, repository);
  return {
    owner: repository.owner.login,
    name: repository.name,
    default_branch: repository.default_branch,
    html_url: repository.html_url,
    bootstrapped: existing === undefined || written,
  };
}

/** The members of GitHub's repository that are used here. */
interface Found {
  readonly owner: { readonly login: string };
  readonly name: string;
  readonly default_branch: string;
  readonly html_url: string;
}

async function findRepository({ client, owner }: Parts, name: string): Promise<Found | undefined> {
  try {
    const { data } = await client.rest.repos.get({ owner, repo: name });
    return data;
  } catch (error) {
    if (isRequestFailure(error) && error.status === 404) return undefined;
    throw error;
  }
}

async function createRepository(parts: Parts, input: Input): Promise<Found> {
  const { client, owner } = parts;
  const body = {
    name: input.name,
    description: oneLine(input.description),
    private: input.private,
    auto_init: true,
  };
  try {
    const { data } = (await ownsItself(parts))
      ? await client.rest.repos.createForAuthenticatedUser(body)
      : await client.rest.repos.createInOrg({ org: owner, ...body });
    return data;
  } catch (error) {
    if (answered(error, 422, /name already exists/i)) {
      const found = await findRepository(parts, input.name);
      if (found) return found;
    }
    if (isRequestFailure(error) && error.status === 404)
      throw new GantryError(
        "GitHubRefused",
        `GitHub has no organisation ${owner} in which this credential may create repositories. A GitHub App cannot create them in a personal account: create ${owner}/${input.name} there yourself, or use a token.`,
      );
    throw error;
  }
}

/** Whether the credential is a token of the owner; only that can create repositories in a personal account. */
async function ownsItself({ client, owner, asApp }: Parts): Promise<boolean> {
  if (asApp) return false;
  const { data } = await client.rest.users.getAuthenticated();
  return data.login.toLowerCase() === owner.toLowerCase();
}

/** Writes a first file to an empty repository, because GitHub's Git data API does not work on empty ones. */
async function bootstrap(client: GitHubClient, repository: Found): Promise<boolean> {
  const place = { owner: repository.owner.login, repo: repository.name };
  try {
    await client.rest.git.getRef({
      ...place,
      ref: `heads/${repository.default_branch}`,
    });
    return false;
  } catch (error) {
    if (!answered(error, 409, /Git Repository is empty/i)) throw error;
  }
  try {
    await client.rest.repos.createOrUpdateFileContents({
      ...place,
      path: "README.md",
      branch: repository.default_branch,
      message: "Initial commit",
      content: Buffer.from(`# ${repository.name}\n`).toString("base64"),
    });
    return true;
  } catch (error) {
    // The file already exists, from GitHub's auto_init or a concurrent call.
    if (answered(error, 422, /sha/i) || answered(error, 409, /./)) return false;
    throw error;
  }
}

/** GitHub refuses control characters in a description. */
const oneLine = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, 350);
