import { promote, RETRY, readProduction } from "#core/workflows/built-in/deployment-steps.ts";
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
        [readProduction("live", "Find what is live now")],
        [
          {
            kind: "tool",
            id: "target",
            title: "Find the earlier deployment",
            tool: "deploy.ready",
            args: { deployment: { from: "input.deployment" } },
            retry: RETRY,
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
            promote(
              "switch",
              "Switch production",
              { from: "steps.target.deployment" },
              { from: "steps.live.deployment" },
            ),
            readProduction("check", "Look at production again"),
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
