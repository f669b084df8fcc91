import type { StepsDefinition } from "#core/workflows/definition.ts";

/**
 * Promotes an earlier deployment of a project to production after a person's approval. When production does not serve
 * it afterwards, the previous deployment is promoted again.
 */
export const ROLLBACK: StepsDefinition = {
  id: "gantry.rollback",
  version: "1",
  title: "Put an earlier deployment back into production",
  machine: "workflow",
  input: ["project", "deployment"],
  active_seconds: 3600,
  steps: [
    {
      kind: "parallel",
      id: "look",
      title: "Look at both deployments",
      branches: [
        [
          {
            kind: "tool",
            id: "live",
            title: "Find what is live now",
            tool: "deploy.production",
            args: { project: { from: "input.project" } },
            retry: { attempts: 3, seconds: 10 },
          },
        ],
        [
          {
            kind: "tool",
            id: "target",
            title: "Find the earlier deployment",
            tool: "deploy.ready",
            args: { deployment: { from: "input.deployment" } },
            retry: { attempts: 3, seconds: 10 },
          },
        ],
      ],
    },
    {
      kind: "choice",
      id: "change",
      title: "Is there anything to change?",
      options: [
        {
          when: {
            all: [
              { not: { equals: [{ from: "steps.live.deployment" }, null] } },
              { not: { equals: [{ from: "steps.live.deployment" }, { from: "steps.target.deployment" }] } },
            ],
          },
          steps: [
            {
              kind: "gate",
              id: "approve",
              title: "Put an earlier deployment back into production",
              approvers: ["owner", "admin"],
              expires_seconds: 604_800,
              justification: "required",
              devices: "refused",
              overridable: false,
              show: {
                project: { from: "input.project" },
                live: { from: "steps.live.url" },
                live_deployment: { from: "steps.live.deployment" },
                earlier: { from: "steps.target.url" },
                earlier_deployment: { from: "steps.target.deployment" },
              },
            },
            {
              kind: "directive",
              id: "switch",
              title: "Switch production",
              tool: "deploy.promote",
              args: { project: { from: "input.project" }, deployment: { from: "steps.target.deployment" } },
              retry: { attempts: 3, seconds: 10 },
              timeout_seconds: 120,
              compensate: {
                tool: "deploy.promote",
                args: { project: { from: "input.project" }, deployment: { from: "steps.live.deployment" } },
              },
            },
            {
              kind: "tool",
              id: "check",
              title: "Look at production again",
              tool: "deploy.production",
              args: { project: { from: "input.project" } },
              retry: { attempts: 3, seconds: 10 },
            },
            {
              kind: "choice",
              id: "confirm",
              title: "Does production show it?",
              options: [
                {
                  when: { equals: [{ from: "steps.check.deployment" }, { from: "steps.target.deployment" }] },
                  steps: [],
                },
              ],
              otherwise: { fail: "Production does not show the earlier deployment." },
            },
          ],
        },
      ],
      otherwise: { fail: "Nothing is live that this deployment could take the place of." },
    },
  ],
};
