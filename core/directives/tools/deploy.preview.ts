import { z } from "zod";
import { type DeployOutputServices, deployOutput } from "#core/directives/deploy-output.ts";
import type { EffectTool } from "#core/directives/tool.ts";
import { sha256Schema } from "#core/kernel/ids.ts";
import type { TreeFile } from "#core/kernel/tree.ts";

const input = z.strictObject({ project: z.string().min(1).max(100), output_sha256: sha256Schema });

interface Services extends DeployOutputServices {
  /** The files of the output tree with this digest. */
  readonly output: (sha256: string) => Promise<readonly TreeFile[]>;
}

/** Deploys an output tree to its own URL and waits until it is ready. The deployment's metadata contains the key. */
export const deployPreviewTool: EffectTool<
  z.infer<typeof input>,
  { deployment: string; url: string },
  Services
> = {
  name: "deploy.preview",
  input,
  kind: "effect",
  risk: "medium",
  idempotency: "key",
  async execute(services, { execution, key, args: { project, output_sha256 } }) {
    const files = await services.output(output_sha256);
    return deployOutput(services, { project, files, output_sha256, execution, key });
  },
};
