import { type Assembled, importFaults } from "#core/factory/architect/draft-app.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import type { SourceFile } from "#core/kernel/files.ts";

/** A page of a generated app that only a model or a person can write. */
export interface Slot {
  readonly id: string;
  readonly name: string;
  readonly entity: string;
  readonly purpose: string;
}

/** A slot whose page is to be written. */
export interface SlotToFill extends Slot {
  /** The text of the page that a change makes different. */
  readonly current?: string;
}

/** The slots of an app; none for an app that is generated as a whole. */
export const slotsOf = (specification: Specification): readonly Slot[] => specification.custom ?? [];

/** The file that fills a slot. */
export const slotFile = ({ id }: Slot): string => `public/custom/${id.replaceAll("_", "-")}.js`;

const RENDER = /^export\s+(?:async\s+)?function\s+render\s*\(|^export\s+const\s+render\s*=/m;

/** Adds the files of slots to a generated app, and checks that each is there and draws a page. */
export function withSlots(
  generated: Manifest,
  slots: readonly Slot[],
  files: readonly SourceFile[],
): Assembled {
  const manifest = { ...generated, files: [...generated.files, ...files] };
  const faults = slots.flatMap((slot) => {
    const file = files.find(({ path }) => path === slotFile(slot));
    if (!file) return [`The file ${slotFile(slot)} is missing.`];
    return RENDER.test(file.content) ? [] : [`${file.path} does not export a function 'render'.`];
  });
  const all = [...faults, ...importFaults({ ...manifest, files: [...files] })];
  return all.length > 0 ? { faults: all } : { manifest };
}
