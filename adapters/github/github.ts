import { type ClientConfig, createClient } from "./client.ts";
import { ensureRepository } from "./ensure-repository.ts";
import { toGantryError } from "./errors.ts";
import { publish } from "./publish.ts";
import type { Repositories } from "./repositories.ts";

export interface GitHubConfig extends ClientConfig {
  /** The user or organisation that owns the repositories. */
  readonly owner: string;
}

/**
 * GitHub over its REST API, with a token or as a GitHub App. Throws GitHubUnavailable (try again; `detail.
 * retry_after_seconds` says when, if GitHub did), GitHubRefused (says which permission is missing), Conflict.
 */
export function createGitHub(config: GitHubConfig): Repositories {
  const client = createClient(config);
  const asApp = "appId" in config.auth;
  return {
    ensureRepository: (input) =>
      asGantryErrors(ensureRepository({ client, owner: config.owner, asApp }, input)),
    publish: (input) => asGantryErrors(publish(client, input)),
  };
}

async function asGantryErrors<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw toGantryError(error);
  }
}
