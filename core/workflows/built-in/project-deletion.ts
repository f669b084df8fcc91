import { RETRY } from "#core/workflows/built-in/deployment-steps.ts";
import type { StepsDefinition } from "#core/workflows/definition.ts";

/** Takes a project off the network. The request is a person's decision. */
export const PROJECT_DELETION: StepsDefinition = {
  id: "project.deletion",
  version: "1",
  title: "Delete a project",
  machine: "workflow",
  input: ["project"],
  active_seconds: 3600,
  approved: true,
  steps: [
    {
      kind: "directive",
      id: "remove",
      title: "Delete the deployments of the project",
      tool: "deploy.remove",
      args: { project: { from: "input.project" } },
      retry: RETRY,
      timeout_seconds: 120,
    },
  ],
};
