import { z } from "zod";
import { type Acceptance, type AcceptanceStep, acceptanceStepSchema } from "#core/factory/acceptance.ts";
import { type Assembled, importFaults } from "#core/factory/architect/draft-app.ts";
import { showsSomething } from "#core/factory/draft/telling-steps.ts";
import { customPromise, MAX_PAGE_STEPS } from "#core/factory/generate/acceptance/custom-pages.ts";
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

/** What its author says of custom pages beside their files: for each, what a person does there and then sees. */
const pagesSchema = z.strictObject({
  acceptance: z.array(
    z.strictObject({ page: z.string(), steps: z.array(acceptanceStepSchema).min(1).max(MAX_PAGE_STEPS) }),
  ),
});

/**
 * Adds the files of slots to a generated app, each with its promise, and checks that each page is there, draws, and has
 * steps that see something on it. `app` is the author's block about the pages.
 */
export function withSlots(
  generated: Manifest,
  specification: Specification,
  slots: readonly Slot[],
  { files, app }: { readonly files: readonly SourceFile[]; readonly app: unknown },
): Assembled {
  const manifest = { ...generated, files: [...generated.files, ...files] };
  const promised = promisesOf(specification, slots, app);
  const faults = slots.flatMap((slot) => {
    const file = files.find(({ path }) => path === slotFile(slot));
    if (!file) return [`The file ${slotFile(slot)} is missing.`];
    return RENDER.test(file.content) ? [] : [`${file.path} does not export a function 'render'.`];
  });
  const all = [...faults, ...importFaults({ ...manifest, files: [...files] }), ...promised.faults];
  if (all.length > 0) return { faults: all };
  return { manifest: { ...manifest, acceptance: [...generated.acceptance, ...promised.acceptance] } };
}

/** The promises of slots, and why they prove nothing. */
function promisesOf(specification: Specification, slots: readonly Slot[], app: unknown) {
  const parsed = pagesSchema.safeParse(app);
  if (app === undefined) return { acceptance: [], faults: ["The block '=== app ===' is missing."] };
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.join(".") || "it";
    return { acceptance: [], faults: [`In the app block, ${place}: ${issue?.message}.`] };
  }
  const own = new Map(parsed.data.acceptance.map(({ page, steps }) => [page, steps]));
  const acceptance = slots.flatMap((slot): Acceptance[] => {
    const steps = own.get(slot.id);
    return steps ? [customPromise(slot, specification, steps)] : [];
  });
  const faults = slots.flatMap(({ id }) => stepFaults(id, own.get(id)));
  return { acceptance, faults };
}

function stepFaults(id: string, steps: readonly AcceptanceStep[] | undefined): string[] {
  if (!steps) return [`The app block has no entry of acceptance for the page '${id}'.`];
  return showsSomething(steps)
    ? []
    : [
        `The steps for the page '${id}' see nothing that the page shows: end them with a see or attribute step for what it is for.`,
      ];
}
