import type { Acceptance } from "#core/factory/acceptance.ts";
import { slotsOf } from "#core/factory/architect/slots.ts";
import { keptPages } from "#core/factory/change/kept-pages.ts";
import { mergeTrees } from "#core/factory/change/merge/merge-trees.ts";
import type { ReleasedSource } from "#core/factory/change/start-change.ts";
import { customPromiseName } from "#core/factory/generate/acceptance/custom-pages.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Planned } from "#core/factory/specification/planned.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { GantryError } from "#core/kernel/errors.ts";

/**
 * Merges a newly generated app into the source of a release, so that repairs, and pages that a model or a person wrote, are
 * kept. `specification` is the changed one. Throws UnsupportedRequest with the places that were repaired and that the
 * change needs different.
 */
export function mergeRelease(start: ReleasedSource, specification: Planned, theirs: Manifest): Manifest {
  const ours = keptPages(start, specification, theirs);
  const base = start.base ?? start.source;
  const merged = mergeTrees({ base: base.files, ours, theirs: theirs.files });
  if ("conflicts" in merged)
    throw new GantryError(
      "UnsupportedRequest",
      `The change cannot be made: ${merged.conflicts.map(({ sentence }) => sentence).join(" ")}`,
      { detail: { places: merged.conflicts.map(({ path, lines }) => ({ path, lines })) } },
    );
  return {
    ...theirs,
    files: merged.value,
    acceptance: [
      ...theirs.acceptance.map((step) => keptStep(step, base, start.source)),
      ...pagePromises(start, specification, theirs),
    ],
  };
}

/** An acceptance that the change leaves alone stays as it was repaired. */
function keptStep(step: Acceptance, base: Manifest, ours: Manifest): Acceptance {
  const named = ({ acceptance }: Manifest) => acceptance.find(({ name }) => name === step.name);
  return canonicalJson(named(base) ?? null) === canonicalJson(step) ? (named(ours) ?? step) : step;
}

/** The promises of the custom pages that stay as they were written. */
function pagePromises({ source }: ReleasedSource, specification: Planned, theirs: Manifest): Acceptance[] {
  if (specification.kind !== "app") return [];
  const written = new Set(theirs.acceptance.map(({ name }) => name));
  return slotsOf(specification)
    .map((page) => customPromiseName(page, specification))
    .flatMap((name) => (written.has(name) ? [] : source.acceptance.filter((each) => each.name === name)));
}
