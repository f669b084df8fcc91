import type { Repositories } from "#core/directives/repositories.ts";
import { type ClientConfig, createClient, type GitHubAuth, type GitHubClient } from "./client.ts";
import { ensureRepository } from "./ensure-repository.ts";
import { toGantryError } from "./errors.ts";
import { publish } from "./publish.ts";

export interface GitHubConfig extends Omit<ClientConfig, "auth"> {
  /** The user or organisation that owns the repositories. */
  readonly owner: string;
  /** A token or a GitHub App's key, or where to read it: asked before each call, so that it can be replaced. */
  readonly auth: GitHubAuth | (() => Promise<GitHubAuth>);
}

/**
 * GitHub over its REST API. Throws GitHubUnavailable (try again; `detail.retry_after_seconds` says when, if
 * GitHub did), GitHubRefused (says which permission is missing), Conflict (another client writes the branch).
 */
export function createGitHub(config: GitHubConfig): Repositories {
  const { owner } = config;
  const connect = connector(config);
  return {
    ensureRepository: (input) =>
      asGantryErrors(async () => ensureRepository({ ...(await connect()), owner }, input)),
    publish: (input) => asGantryErrors(async () => publish((await connect()).client, input)),
  };
}

interface Connection {
  readonly client: GitHubClient;
  /** Whether the credential is a GitHub App's. */
  readonly asApp: boolean;
}

/** Keeps one client per credential: it holds the App's installation token, which lives for an hour. */
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
