import { promote, RETRY, readProduction } from "#core/workflows/built-in/deployment-steps.ts";
import type { StepsDefinition } from "#core/workflows/definition.ts";
import type { Step } from "#core/workflows/step.ts";

const PROJECT = { from: "input.project" };
const EARLIER = { from: "steps.restore.deployment" };

/** Promotes the earlier release and looks at the live address, up to three times. */
function goLive(suffix: string, before: { readonly from: string } | null): readonly Step[] {
  return [
    promote(`switch${suffix}`, "Make the earlier release live", EARLIER, before),
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
    readProduction("live", "Find what is live now"),
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
