import { unshownParts } from "#core/factory/generate/acceptance/promises.ts";
import type { Proposal } from "#core/factory/plan/plan.ts";
import { type Planned, plannedFaults } from "#core/factory/specification/planned.ts";
import { GENERATED_STACK } from "#core/factory/stacks/stacks.ts";

/** Why a proposal cannot become a plan although it matches the schema, as sentences; empty when it can. */
export function proposalFaults({ specification, stack, ledger = [] }: Proposal, messages: number): string[] {
  return [
    ...(specification ? planFaults(specification) : []),
    ...(specification && stack !== GENERATED_STACK
      ? [`stack: an app with a specification is built on the stack ${GENERATED_STACK}, not ${stack}.`]
      : []),
    ...ledger.flatMap(({ message }, index) =>
      message < messages ? [] : [`ledger.${index}.message: message ${message} does not exist.`],
    ),
  ];
}

/** A specification that has no meaning, or parts of which nothing could be promised. */
function planFaults(specification: Planned): string[] {
  const faults = plannedFaults(specification);
  return faults.length === 0 && specification.kind === "app" ? unshownParts(specification) : faults;
}
