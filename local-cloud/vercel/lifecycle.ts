import type { Alias, Deployment, State } from "./state.ts";

export type ReadyState = "QUEUED" | "INITIALIZING" | "BUILDING" | "READY" | "ERROR" | "CANCELED";

/** Milliseconds after creation. Aliases come after READY, as at Vercel: READY alone is not live. */
const INITIALIZING = 15;
const BUILDING = 30;
export const READY = 60;
export const ALIASED = 90;
/** Milliseconds between a promotion's answer and its effect. */
export const PROMOTED = 25;

/** The state at a moment. It follows from the record alone, so a restart has nothing to resume. */
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

/** The deployment that an alias points to: the last assignment in force whose deployment is ready. */
export function aliasTarget(state: State, label: string, now: number): Deployment | undefined {
  return inForce(state, now).find((alias) => alias.label === label)?.deployment;
}

/** The aliases that point to a deployment now. */
export function aliasesOf(state: State, deployment: Deployment, now: number): Alias[] {
  return [...new Set(state.aliases.map(({ label }) => label))]
    .map((label) => inForce(state, now).find((alias) => alias.label === label))
    .filter((found) => found?.deployment.id === deployment.id)
    .flatMap((found) => (found ? [found.alias] : []));
}

/** Newest first. */
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
