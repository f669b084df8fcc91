import type { Proposal } from "#core/factory/plan/plan.ts";
import { plannedFaults } from "#core/factory/specification/planned.ts";
import { GENERATED_STACK } from "#core/factory/stacks/stacks.ts";

/** Why a proposal cannot become a plan although it matches the schema, as sentences; empty when it can. */
export function proposalFaults({ specification, stack, ledger = [] }: Proposal, messages: number): string[] {
  return [
    ...(specification ? plannedFaults(specification) : []),
    ...(specification && stack !== GENERATED_STACK
      ? [`stack: an app with a specification is built on the stack ${GENERATED_STACK}, not ${stack}.`]
      : []),
    ...ledger.flatMap(({ message }, index) =>
      message < messages ? [] : [`ledger.${index}.message: message ${message} does not exist.`],
    ),
  ];
}
