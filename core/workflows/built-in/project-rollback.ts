import type { StepsDefinition } from "#core/workflows/definition.ts";
import type { Step } from "#core/workflows/step.ts";

const PROJECT = { from: "input.project" };
const EARLIER = { from: "steps.restore.deployment" };
const RETRY = { attempts: 3, seconds: 10 };

/** Promotes the earlier release and looks at the live address, up to three times. */
function goLive(suffix: string, before: { readonly from: string } | null): readonly Step[] {
  return [
    {
      kind: "directive",
      id: `switch${suffix}`,
      title: "Make the earlier release live",
      tool: "deploy.promote",
      args: { project: PROJECT, deployment: EARLIER },
      retry: RETRY,
      timeout_seconds: 120,
      ...(before
        ? { compensate: { tool: "deploy.promote", args: { project: PROJECT, deployment: before } } }
        : {}),
    },
    {
      kind: "tool",
      id: `check${suffix}`,
      title: "Look at the live address",
      tool: "deploy.live",
      args: { project: PROJECT, deployment: EARLIER, url: { from: `steps.switch${suffix}.url` } },
      retry: { attempts: 2, seconds: 3 },
    },
  ];
}

/**
 * Makes an earlier release of a project live again. The request is a person's decision on exactly this release. When
 * the live address does not show it, the deployment that was live before is promoted again.
 */
export const PROJECT_ROLLBACK: StepsDefinition = {
  id: "project.rollback",
  version: "1",
  title: "Make an earlier release live again",
  machine: "workflow",
  input: ["project", "release", "deployment", "mission", "build", "output_sha256"],
  active_seconds: 3600,
  approved: true,
  steps: [
    {
      kind: "tool",
      id: "live",
      title: "Find what is live now",
      tool: "deploy.production",
      args: { project: PROJECT },
      retry: RETRY,
    },
    {
      kind: "directive",
      id: "restore",
      title: "Provide the deployment of the earlier release",
      tool: "deploy.restore",
      args: {
        project: PROJECT,
        deployment: { from: "input.deployment" },
        mission: { from: "input.mission" },
        build: { from: "input.build" },
        output_sha256: { from: "input.output_sha256" },
      },
      retry: RETRY,
      timeout_seconds: 180,
    },
    {
      kind: "choice",
      id: "change",
      title: "Is anything live?",
      options: [
        {
          when: { equals: [{ from: "steps.live.deployment" }, null] },
          steps: goLive("-first", null),
        },
      ],
      otherwise: { steps: goLive("", { from: "steps.live.deployment" }) },
    },
  ],
};
