import type { Step } from "#core/workflows/step.ts";

/** Steps of the workflows that change what is live. Vercel is asked again when it cannot be reached. */

const PROJECT = { from: "input.project" };
export const RETRY = { attempts: 3, seconds: 10 };

type From = { readonly from: string };

/** Reads which deployment is in production. */
export const readProduction = (id: string, title: string) =>
  ({
    kind: "tool",
    id,
    title,
    tool: "deploy.production",
    args: { project: PROJECT },
    retry: RETRY,
  }) satisfies Step;

/** Promotes a deployment. With `before`, the deployment that is promoted again if a later step fails. */
export const promote = (id: string, title: string, deployment: From, before: From | null) =>
  ({
    kind: "directive",
    id,
    title,
    tool: "deploy.promote",
    args: { project: PROJECT, deployment },
    retry: RETRY,
    timeout_seconds: 120,
    ...(before
      ? { compensate: { tool: "deploy.promote", args: { project: PROJECT, deployment: before } } }
      : {}),
  }) satisfies Step;
