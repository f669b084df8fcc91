import { z } from "zod";
import type { Deployments } from "#core/directives/deployments.ts";
import type { EffectTool } from "#core/directives/tool.ts";

const input = z.strictObject({
  project: z.string().min(1).max(100),
  deployment: z.string().min(1).max(200),
});

interface Services {
  readonly deployments: Pick<Deployments, "ensureProject" | "currentProduction" | "promote">;
}

/** Makes a deployment the project's production deployment, at the project's production URL. */
export const deployPromoteTool: EffectTool<
  z.infer<typeof input>,
  { deployment: string; url: string },
  Services
> = {
  name: "deploy.promote",
  input,
  kind: "effect",
  risk: "high",
  idempotency: "probe",
  async probe({ deployments }, { args: { project, deployment } }) {
    const live = await deployments.currentProduction(project);
    return live?.id === deployment ? { deployment, url: live.url } : null;
  },
  async execute({ deployments }, { args: { project, deployment } }) {
    const { url } = await deployments.promote(await deployments.ensureProject(project), deployment);
    return { deployment, url };
  },
};
