import { type Slot, type SlotToFill, slotFile, slotsOf } from "#core/factory/architect/slots.ts";
import type { ReleasedSource } from "#core/factory/change/start-change.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Planned } from "#core/factory/specification/planned.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import type { SourceFile } from "#core/kernel/files.ts";

const pagesOf = (specification: Planned | undefined): readonly Slot[] =>
  specification?.kind === "app" ? slotsOf(specification) : [];

/** The custom pages that a model has to write for a change: new ones, changed ones, and those that are still missing. */
export function pagesToWrite(
  { plan, source }: ReleasedSource,
  specification: Planned,
): readonly SlotToFill[] {
  const before = new Map(pagesOf(plan.specification).map((page) => [page.id, canonicalJson(page)]));
  const written = new Map(source.files.map(({ path, content }) => [path, content]));
  return pagesOf(specification).flatMap((page) => {
    const current = written.get(slotFile(page));
    if (current === undefined) return [page];
    return before.get(page.id) === canonicalJson(page) ? [] : [{ ...page, current }];
  });
}

/** The released files without the custom pages that the change removes, or that were written again for it. */
export function keptPages(
  { plan, source }: ReleasedSource,
  specification: Planned,
  theirs: Manifest,
): readonly SourceFile[] {
  const stay = new Set(pagesOf(specification).map(slotFile));
  const again = new Set(theirs.files.map(({ path }) => path));
  const gone = new Set(
    pagesOf(plan.specification)
      .map(slotFile)
      .filter((path) => !stay.has(path) || again.has(path)),
  );
  return source.files.filter(({ path }) => !gone.has(path));
}
