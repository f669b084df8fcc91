import { passesOnStarter } from "#core/factory/draft/starter-page.ts";
import { acceptancesOf, unshownParts } from "#core/factory/generate/acceptance/promises.ts";
import { siteAcceptances } from "#core/factory/generate/site/promises.ts";
import type { Proposal } from "#core/factory/plan/plan.ts";
import { type Planned, plannedFaults } from "#core/factory/specification/planned.ts";
import { GENERATED_STACK } from "#core/factory/stacks/stacks.ts";

/** Why a proposal cannot become a plan although it matches the schema, as sentences; empty when it can. */
export function proposalFaults(
  { title, specification, stack, ledger = [] }: Proposal,
  messages: number,
): string[] {
  return [
    ...(specification ? planFaults(specification, title) : []),
    ...(specification && stack !== GENERATED_STACK
      ? [`stack: an app with a specification is built on the stack ${GENERATED_STACK}, not ${stack}.`]
      : []),
    ...ledger.flatMap(({ message }, index) =>
      message < messages ? [] : [`ledger.${index}.message: message ${message} does not exist.`],
    ),
  ];
}

/** Why no plan can have a specification: it has no meaning, or parts of which nothing could be promised. As sentences. */
export function planFaults(specification: Planned, title: string): string[] {
  const faults = plannedFaults(specification);
  if (faults.length > 0) return faults;
  return [
    ...(specification.kind === "app" ? unshownParts(specification) : []),
    ...titleFaults(specification, title),
  ];
}

/** Promises of which the app's title alone would be enough. */
function titleFaults(specification: Planned, title: string): string[] {
  const promised =
    specification.kind === "app" ? acceptancesOf(specification) : siteAcceptances(specification);
  return promised
    .filter(({ steps }) => passesOnStarter(steps, title))
    .map(
      ({ name }) =>
        `specification: “${name}” says nothing but the title '${title}': give it a text of its own, or leave it out.`,
    );
}
