import { z } from "zod";
import type { Deployments } from "#core/directives/deployments.ts";
import { lookAtLive } from "#core/directives/live.ts";
import type { ReadTool } from "#core/directives/tool.ts";
import { GantryError } from "#core/kernel/errors.ts";

const input = z.strictObject({
  project: z.string().min(1).max(100),
  deployment: z.string().min(1).max(200),
  url: z.string().min(1).max(500),
});

interface Services {
  readonly deployments: Pick<Deployments, "currentProduction" | "waitReady" | "visit">;
}

/** Looks at the live address of a project once. Throws NotLive unless it shows the deployment. */
export const deployLiveTool: ReadTool<z.infer<typeof input>, { url: string }, Services> = {
  name: "deploy.live",
  input,
  kind: "read",
  risk: "low",
  async execute({ deployments }, { args }) {
    const { passed, reason } = await lookAtLive(deployments, args);
    if (!passed) throw new GantryError("NotLive", reason);
    return { url: args.url };
  },
};
