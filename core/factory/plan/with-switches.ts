import type { LedgerEntry } from "#core/factory/plan/ledger.ts";
import { isRemovable, pathsOf, plannedFeatures, withoutFeatures } from "#core/factory/plan/parts.ts";
import type { Plan } from "#core/factory/plan/plan.ts";
import { planFaults } from "#core/factory/plan/proposal-faults.ts";
import type { Choice } from "#core/factory/plan/switch.ts";
import { offeredBy } from "#core/factory/plan/with-promises.ts";
import type { Planned } from "#core/factory/specification/planned.ts";

type Switched = Pick<Plan, "title" | "features" | "acceptance" | "specification" | "ledger">;

/**
 * A plan or a proposal, with the features of its specification, without those that a person switched off: their parts
 * are no part of the specification, nothing is promised of them, and the ledger says of the words that asked for them
 * that they are left out. The newest statement counts: a feature that later words ask for is in again. Unchanged if
 * nothing is switched off, and without a specification, whose author was told what is.
 */
export function withSwitches<P extends Switched>(proposal: P, choices: readonly Choice[]): P {
  const { specification } = proposal;
  if (!specification) return proposal;
  const off = possibleOf(proposal, specification, standing(proposal, specification, choices));
  if (off.size === 0) return proposal;
  const reduced = withoutFeatures(specification, off);
  const planned = new Map(plannedFeatures(specification).map((feature) => [feature.id, feature]));
  const { acceptance } = offeredBy(reduced);
  return {
    ...proposal,
    specification: reduced,
    acceptance,
    features: proposal.features.map(({ id, title, included }) => ({
      id,
      title,
      included: included && (planned.get(id)?.isIn(reduced) ?? true),
      ...(off.has(id) && { switched_off: true }),
    })),
    ...(proposal.ledger && { ledger: leftOut(proposal.ledger, specification, reduced) }),
  };
}

/** The features that are switched off and that no later word asks for. */
function standing({ ledger = [] }: Switched, specification: Planned, choices: readonly Choice[]): string[] {
  const off = choices.filter(({ included }) => !included);
  return off
    .filter(({ id, since }) => {
      const gone = missingIn(specification, withoutFeatures(specification, new Set([id])));
      return !ledger.some(
        ({ message, outcome, by }) => message >= since && outcome === "met" && gone.has(by ?? ""),
      );
    })
    .map(({ id }) => id);
}

/** Of the features that shall be left out, those without which there is still a plan, in the order of the decisions. */
function possibleOf(
  { title }: Switched,
  specification: Planned,
  ids: readonly string[],
): ReadonlySet<string> {
  const removable = new Set(
    plannedFeatures(specification)
      .filter(isRemovable)
      .map(({ id }) => id),
  );
  const wanted = ids.filter((id) => removable.has(id));
  const isPossible = (off: ReadonlySet<string>) =>
    planFaults(withoutFeatures(specification, off), title).length === 0;
  const all = new Set(wanted);
  if (all.size === 0 || isPossible(all)) return all;
  const off = new Set<string>();
  for (const id of wanted) {
    off.add(id);
    if (!isPossible(off)) off.delete(id);
  }
  return off;
}

const missingIn = (before: Planned, after: Planned): ReadonlySet<string> => {
  const kept = pathsOf(after);
  return new Set([...pathsOf(before)].filter((path) => !kept.has(path)));
};

/** The ledger in which words about parts that are gone say that these are left out. */
function leftOut(ledger: readonly LedgerEntry[], before: Planned, after: Planned): LedgerEntry[] {
  const gone = missingIn(before, after);
  return ledger.map((entry) =>
    entry.outcome === "met" && gone.has(entry.by ?? "") ? { ...entry, by: `absent.${entry.by}` } : entry,
  );
}
