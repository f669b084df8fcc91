import { z } from "zod";
import { type DeployOutputServices, deployOutput } from "#core/directives/deploy-output.ts";
import type { Outputs } from "#core/directives/outputs.ts";
import type { EffectTool } from "#core/directives/tool.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { ID_PATTERN, sha256Schema } from "#core/kernel/ids.ts";

const input = z.strictObject({
  project: z.string().min(1).max(100),
  deployment: z.string().min(1).max(200),
  mission: z.string().regex(ID_PATTERN, "must be the id of a mission"),
  build: z.string().regex(/^\d{1,3}\.\d{1,3}$/, "must be the attempt and the retry of a build, such as 1.0"),
  output_sha256: sha256Schema,
});

interface Services extends DeployOutputServices {
  readonly outputs: Outputs;
  readonly policy: DeployOutputServices["policy"] & {
    readonly builder: { readonly collect_files: number; readonly collect_mb: number };
  };
}

/** Short, because the deployment was ready before. */
const READY_SECONDS = 30;

/**
 * Provides a deployment of an earlier release: the one that was promoted then or, if Vercel no longer has it, a new one
 * of the same output, which the build has stored.
 */
export const deployRestoreTool: EffectTool<
  z.infer<typeof input>,
  { deployment: string; url: string },
  Services
> = {
  name: "deploy.restore",
  input,
  kind: "effect",
  risk: "medium",
  idempotency: "key",
  async execute(services, { tenant, execution, key, args }) {
    const { project, deployment, mission, build, output_sha256 } = args;
    const kept = await keptUrl(services, deployment);
    if (kept !== undefined) return { deployment, url: kept };
    const [attempt = 0, retry = 0] = build.split(".").map(Number);
    const files = await services.outputs.read({ tenant, mission, attempt, retry }, services.policy.builder);
    return deployOutput(services, { project, files, output_sha256, execution, key });
  },
};

/** The address of a deployment; undefined if Vercel no longer has it. */
async function keptUrl(
  { deployments }: Pick<Services, "deployments">,
  deployment: string,
): Promise<string | undefined> {
  try {
    return (await deployments.waitReady(deployment, READY_SECONDS)).url;
  } catch (error) {
    if (error instanceof GantryError && error.code === "VercelRefused") return undefined;
    throw error;
  }
}
