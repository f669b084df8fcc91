import { imageSize } from "image-size";
import type { Mission } from "#core/factory/mission/mission.ts";
import { getArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { toBase64 } from "#core/kernel/base64.ts";
import type { SourceFile } from "#core/kernel/files.ts";

/** The design image of a mission, with its path in the app. */
export interface Design {
  readonly path: string;
  readonly media_type: string;
  readonly bytes: Uint8Array;
}

/** Loads the design image that the plan names; null if it names none. */
export async function loadDesign(
  { artifacts }: WithArtifacts,
  { tenant, plan }: Pick<Mission, "tenant" | "plan">,
): Promise<Design | null> {
  if (!plan.design_image) return null;
  const bytes = await getArtifact(artifacts, tenant, plan.design_image);
  const type = imageSize(bytes).type === "jpg" ? "jpeg" : (imageSize(bytes).type as string);
  return { path: `public/design-reference.${type}`, media_type: `image/${type}`, bytes };
}

/** The files with the design image among them, in place of any file with its path. */
export function withDesign(files: readonly SourceFile[], design: Design | null): SourceFile[] {
  if (!design) return [...files];
  const image = { path: design.path, content: toBase64(design.bytes), encoding: "base64" as const };
  return [...files.filter(({ path }) => path !== design.path), image];
}
