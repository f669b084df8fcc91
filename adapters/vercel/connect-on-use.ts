import { setTimeout as sleep } from "node:timers/promises";
import { createDeployments } from "#adapters/vercel/deployments.ts";
import { visit } from "#adapters/vercel/visit.ts";
import type { Deployments } from "#core/directives/deployments.ts";
import type { Secrets } from "#core/identity/secrets.ts";
import { GantryError } from "#core/kernel/errors.ts";

export interface VercelConfig {
  readonly VERCEL_API_URL: string;
  readonly VERCEL_TEAM_ID?: string | undefined;
  readonly VERCEL_SCHEME: "http" | "https";
}

/** Vercel with the token of the secret `vercel-token`, which is read at each use. */
export function lazyDeployments(config: VercelConfig, secrets: Secrets): Deployments {
  const connect = async () => {
    const token = await secrets.get("vercel-token");
    if (!token)
      throw new GantryError("VercelRefused", "No Vercel access is set: store the secret vercel-token.");
    return createDeployments({
      apiUrl: config.VERCEL_API_URL,
      token,
      scheme: config.VERCEL_SCHEME,
      sleep: (ms) => sleep(ms),
      now: () => Date.now(),
      ...(config.VERCEL_TEAM_ID ? { teamId: config.VERCEL_TEAM_ID } : {}),
    });
  };
  return {
    ensureProject: async (name) => (await connect()).ensureProject(name),
    createPreview: async (input) => (await connect()).createPreview(input),
    waitReady: async (id, seconds) => (await connect()).waitReady(id, seconds),
    currentProduction: async (project) => (await connect()).currentProduction(project),
    promote: async (project, id) => (await connect()).promote(project, id),
    removeProject: async (project) => (await connect()).removeProject(project),
    visit,
  };
}
