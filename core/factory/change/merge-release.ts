import type { Acceptance } from "#core/factory/acceptance.ts";
import { mergeTrees } from "#core/factory/change/merge/merge-trees.ts";
import { type Manifest, manifestSchema } from "#core/factory/manifest/manifest.ts";
import type { Release } from "#core/factory/project/release.ts";
import { getJsonArtifact, type WithArtifacts } from "#core/kernel/artifacts.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { GantryError } from "#core/kernel/errors.ts";

/**
 * Merges a newly generated app into the source of a release, so that repairs made since the release was generated are
 * kept. Throws UnsupportedRequest with the places that were repaired and that the change needs different.
 */
export async function mergeRelease(
  { artifacts }: WithArtifacts,
  tenant: string,
  { source, generated_base }: Pick<Release, "source" | "generated_base">,
  theirs: Manifest,
): Promise<Manifest> {
  const load = async (digest: string) =>
    manifestSchema.parse(await getJsonArtifact(artifacts, tenant, digest));
  const ours = await load(source);
  const base = await load(generated_base ?? source);
  const merged = mergeTrees({ base: base.files, ours: ours.files, theirs: theirs.files });
  if ("conflicts" in merged)
    throw new GantryError(
      "UnsupportedRequest",
      `The change cannot be made: ${merged.conflicts.map(({ sentence }) => sentence).join(" ")}`,
      { detail: { places: merged.conflicts.map(({ path, lines }) => ({ path, lines })) } },
    );
  return {
    ...theirs,
    files: merged.value,
    acceptance: theirs.acceptance.map((step) => keptStep(step, base, ours)),
  };
}

/** An acceptance that the change leaves alone stays as it was repaired. */
function keptStep(step: Acceptance, base: Manifest, ours: Manifest): Acceptance {
  const named = ({ acceptance }: Manifest) => acceptance.find(({ name }) => name === step.name);
  return canonicalJson(named(base) ?? null) === canonicalJson(step) ? (named(ours) ?? step) : step;
}
