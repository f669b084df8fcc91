import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import { PAGE_ARCHITECT } from "#core/factory/agents/page-architect.ts";
import type { SlotToFill } from "#core/factory/architect/slots.ts";
import type { Specification } from "#core/factory/specification/specification.ts";
import { defineTextPrompt } from "#core/model/prompt.ts";

export interface FillSlotsInput {
  readonly specification: Specification;
  /** The pages to write, each with the path of its file and the steps by which a browser gets there with a record. */
  readonly slots: readonly (SlotToFill & {
    readonly path: string;
    readonly steps: readonly AcceptanceStep[];
  })[];
  readonly limits: { readonly forbidden: readonly { readonly files: string; readonly reason: string }[] };
}

/** The prompt with which a language model writes the pages of a generated app that cannot be generated. */
export const fillSlots = defineTextPrompt<FillSlotsInput>(PAGE_ARCHITECT);
