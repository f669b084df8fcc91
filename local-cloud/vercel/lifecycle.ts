import type { Alias, Deployment, State } from "./state.ts";

export type ReadyState = "QUEUED" | "INITIALIZING" | "BUILDING" | "READY" | "ERROR" | "CANCELED";

/**
 * Milliseconds after creation. As on Vercel, aliases are assigned after READY, so READY does not mean live.
 */
const INITIALIZING = 15;
const BUILDING = 30;
export const READY = 60;
export const ALIASED = 90;
/** Milliseconds between the response to a promotion and its effect. */
export const PROMOTED = 25;

/** Returns the state at a time. It is computed from the record, so a restart has nothing to resume. */
export function readyState(deployment: Deployment, now: number): ReadyState {
  if (deployment.canceledAt !== undefined) return "CANCELED";
  const age = now - deployment.createdAt;
  if (age >= READY) return deployment.failure ? "ERROR" : "READY";
  if (age >= BUILDING) return "BUILDING";
  return age >= INITIALIZING ? "INITIALIZING" : "QUEUED";
}

export function aliasAssigned(deployment: Deployment, now: number): boolean {
  return readyState(deployment, now) === "READY" && now - deployment.createdAt >= ALIASED;
}

/** Returns the deployment of an alias: that of the last effective assignment whose deployment is ready. */
export function aliasTarget(state: State, label: string, now: number): Deployment | undefined {
  return inForce(state, now).find((alias) => alias.label === label)?.deployment;
}

/** Returns the aliases that currently point to a deployment. */
export function aliasesOf(state: State, deployment: Deployment, now: number): Alias[] {
  return [...new Set(state.aliases.map(({ label }) => label))]
    .map((label) => inForce(state, now).find((alias) => alias.label === label))
    .filter((found) => found?.deployment.id === deployment.id)
    .flatMap((found) => (found ? [found.alias] : []));
}

/** Effective assignments, newest first. */
function inForce(state: State, now: number): { label: string; alias: Alias; deployment: Deployment }[] {
  return state.aliases
    .map((alias, index) => ({ alias, index }))
    .sort((a, b) => b.alias.at - a.alias.at || b.index - a.index)
    .flatMap(({ alias }) => {
      const deployment = state.deployments.get(alias.deploymentId);
      if (!deployment || deployment.deletedAt !== undefined || alias.at > now) return [];
      return readyState(deployment, now) === "READY" ? [{ label: alias.label, alias, deployment }] : [];
    });
}
