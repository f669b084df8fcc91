import { z } from "zod";
import type { Deployments } from "#core/directives/deployments.ts";
import type { EffectTool } from "#core/directives/tool.ts";

const input = z.strictObject({ project: z.string().min(1).max(100) });

interface Services {
  readonly deployments: Pick<Deployments, "removeProject">;
}

/** Deletes a project at Vercel with all its deployments. Its repository is not changed. */
export const deployRemoveTool: EffectTool<z.infer<typeof input>, { removed: string }, Services> = {
  name: "deploy.remove",
  input,
  kind: "effect",
  risk: "high",
  idempotency: "key",
  async execute({ deployments }, { args: { project } }) {
    await deployments.removeProject(project);
    return { removed: project };
  },
};
