import type { Deployments, Visit } from "#core/directives/deployments.ts";

/** A promoted deployment, with the live address of its project. */
export interface Live {
  readonly project: string;
  readonly deployment: string;
  readonly url: string;
}

/** Whether the live address shows a deployment, with a sentence about it. */
export interface Seen {
  readonly passed: boolean;
  readonly reason: string;
}

type Services = Pick<Deployments, "currentProduction" | "waitReady" | "visit">;

/** Short, because the deployment was ready before. */
const READY_SECONDS = 30;

/**
 * Looks at the live address once: Vercel must have the deployment in production, and the address must respond as the
 * deployment's own address does. A page that differs from one request to the next is compared by status only. Throws
 * VercelUnavailable when Vercel's API does not respond, because that says nothing about the app.
 */
export async function lookAtLive(deployments: Services, { project, deployment, url }: Live): Promise<Seen> {
  const live = await deployments.currentProduction(project);
  if (live?.id !== deployment) return failed("Vercel has another deployment in production.");
  const own = (await deployments.waitReady(deployment, READY_SECONDS)).url;
  const [shown, expected] = await Promise.all([deployments.visit(url), deployments.visit(own)]);
  if ("unreachable" in shown) return failed(`The live address did not respond: ${shown.unreachable}.`);
  if ("unreachable" in expected)
    return failed(`The deployment itself did not respond: ${expected.unreachable}.`);
  if (shown.status !== expected.status || shown.status >= 500)
    return failed(`The live address responded with the status ${shown.status}.`);
  const isSame = shown.sha256 === expected.sha256 || varies(expected, await deployments.visit(own));
  return isSame
    ? { passed: true, reason: "The live address shows the deployment." }
    : failed("The live address shows something else than the deployment.");
}

/** Whether a page differs between two requests to the same address. */
function varies(before: Visit, after: Visit): boolean {
  return "sha256" in before && "sha256" in after && before.sha256 !== after.sha256;
}

const failed = (reason: string): Seen => ({ passed: false, reason });
