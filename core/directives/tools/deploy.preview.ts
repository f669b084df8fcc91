import { z } from "zod";
import type { Deployments } from "#core/directives/deployments.ts";
import type { EffectTool } from "#core/directives/tool.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { sha256Schema } from "#core/kernel/ids.ts";
import { type TreeFile, treeEntries, treeSha256 } from "#core/kernel/tree.ts";

const input = z.strictObject({ project: z.string().min(1).max(100), output_sha256: sha256Schema });

interface Services {
  readonly deployments: Pick<Deployments, "ensureProject" | "createPreview" | "waitReady">;
  /** The files of the output tree with this digest. */
  readonly output: (sha256: string) => Promise<readonly TreeFile[]>;
  readonly policy: { readonly missions: { readonly deploy_seconds: number } };
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
  async execute({ deployments, output, policy }, { execution, key, args: { project, output_sha256 } }) {
    const files = await output(output_sha256);
    if (treeSha256(treeEntries(files)) !== output_sha256)
      throw new GantryError("EnvironmentFailure", "The build output differs from the audited tree.");
    const { id } = await deployments.createPreview({
      project: await deployments.ensureProject(project),
      files,
      meta: { gantryKey: key, gantryMission: execution, gantryOutput: output_sha256 },
    });
    const { url } = await deployments.waitReady(id, policy.missions.deploy_seconds);
    return { deployment: id, url };
  },
};
