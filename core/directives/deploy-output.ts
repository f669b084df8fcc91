import type { Deployments } from "#core/directives/deployments.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { type TreeFile, treeEntries, treeSha256 } from "#core/kernel/tree.ts";

export interface DeployOutputServices {
  readonly deployments: Pick<Deployments, "ensureProject" | "createPreview" | "waitReady">;
  readonly policy: { readonly missions: { readonly deploy_seconds: number } };
}

/** An audited output, and the directive that deploys it. */
interface AuditedOutput {
  readonly project: string;
  readonly files: readonly TreeFile[];
  readonly output_sha256: string;
  readonly execution: string;
  readonly key: string;
}

/**
 * Deploys an output tree to its own URL and waits until it is ready. The deployment's metadata contains the key. Throws
 * EnvironmentFailure if the tree is not the audited one.
 */
export async function deployOutput(
  { deployments, policy }: DeployOutputServices,
  { project, files, output_sha256, execution, key }: AuditedOutput,
): Promise<{ deployment: string; url: string }> {
  if (treeSha256(treeEntries(files)) !== output_sha256)
    throw new GantryError("EnvironmentFailure", "The build output differs from the audited tree.");
  const { id } = await deployments.createPreview({
    project: await deployments.ensureProject(project),
    files,
    meta: { gantryKey: key, gantryMission: execution, gantryOutput: output_sha256 },
  });
  const { url } = await deployments.waitReady(id, policy.missions.deploy_seconds);
  return { deployment: id, url };
}
