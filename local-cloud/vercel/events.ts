import { ALIASED, READY, readyState } from "./lifecycle.ts";
import type { Deployment } from "./state.ts";

/** GET /v3/deployments/{idOrUrl}/events: the build's log lines up to now. */
export function eventsOf(deployment: Deployment, now: number) {
  const lines = [
    { at: 0, type: "stdout", text: "Using prebuilt build artifacts from .vercel/output" },
    { at: READY, type: "stdout", text: `Deploying ${Object.keys(deployment.files).length} files` },
    ...(deployment.failure
      ? [{ at: READY, type: "stderr", text: `Error: ${deployment.failure.message}` }]
      : [{ at: ALIASED, type: "stdout", text: "Deployment completed" }]),
  ];
  return lines
    .map((line) => ({ ...line, created: deployment.createdAt + line.at }))
    .filter(({ created }) => created <= (deployment.canceledAt ?? now))
    .map(({ type, text, created }, index) => ({
      created,
      date: created,
      deploymentId: deployment.id,
      id: `${created}-${index}`,
      info: { name: "bld", type: "build", readyState: readyState(deployment, now) },
      serial: String(index),
      type,
      text,
    }));
}
