import type { Repositories } from "#core/directives/repositories.ts";
import type { RepositoryReader } from "#core/factory/change/repository/reader.ts";
import { type ClientConfig, createClient, type GitHubAuth, type GitHubClient } from "./client.ts";
import { ensureRepository } from "./ensure-repository.ts";
import { toGantryError } from "./errors.ts";
import { publish } from "./publish.ts";
import { findHead, listFiles, readFile } from "./read-repository.ts";

export interface GitHubConfig extends Omit<ClientConfig, "auth"> {
  /** The user or organisation that owns the repositories. */
  readonly owner: string;
  /** A token or GitHub App key, or a function that returns it; called before each request, so that it can change. */
  readonly auth: GitHubAuth | (() => Promise<GitHubAuth>);
}

/**
 * GitHub over its REST API. Throws GitHubUnavailable (retry, after `detail.retry_after_seconds` if present),
 * GitHubRefused (names the missing permission), Conflict (another client writes to the branch).
 */
export function createGitHub(config: GitHubConfig): Repositories & RepositoryReader {
  const { owner } = config;
  const connect = connector(config);
  const parts = async () => ({ client: (await connect()).client, owner });
  return {
    ensureRepository: (input) =>
      asGantryErrors(async () => ensureRepository({ ...(await connect()), owner }, input)),
    publish: (input) => asGantryErrors(async () => publish((await connect()).client, input)),
    findHead: (published) => asGantryErrors(async () => findHead(await parts(), published)),
    listFiles: (tree) => asGantryErrors(async () => listFiles(await parts(), tree)),
    readFile: (blob) => asGantryErrors(async () => readFile(await parts(), blob)),
  };
}

interface Connection {
  readonly client: GitHubClient;
  /** Whether the credential is a GitHub App's. */
  readonly asApp: boolean;
}

/** Keeps the client until the credential changes, because it caches the App's installation token for an hour. */
function connector({ auth, ...config }: GitHubConfig): () => Promise<Connection> {
  let kept: { credential: string; connection: Connection } | undefined;
  return async () => {
    const current = typeof auth === "function" ? await auth() : auth;
    const credential = JSON.stringify(current);
    if (kept?.credential !== credential) {
      const client = createClient({ ...config, auth: current });
      kept = { credential, connection: { client, asApp: "appId" in current } };
    }
    return kept.connection;
  };
}

async function asGantryErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toGantryError(error);
  }
}
