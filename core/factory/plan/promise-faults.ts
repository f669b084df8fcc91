import type { Proposal } from "#core/factory/plan/plan.ts";

/**
 * Why the promises of a proposal would not show its included features, as sentences: each needs one of its own, for which
 * the draft then needs acceptance steps. What a specification offers is promised by the generator.
 */
export function promiseFaults({ specification, features, acceptance }: Proposal): string[] {
  if (specification) return [];
  if (acceptance.length === 0)
    return ["acceptance: it is empty; promise what a browser can check on the finished app."];
  const taken = new Map<string, string>();
  return features
    .filter(({ included }) => included)
    .flatMap(({ id, promise }) => {
      if (promise === undefined)
        return `features: '${id}' is included without a promise; name the entry of acceptance that would fail without it.`;
      if (!acceptance.includes(promise))
        return `features: the promise of '${id}' is no entry of acceptance: "${promise}".`;
      const other = taken.get(promise);
      taken.set(promise, id);
      return other === undefined
        ? []
        : `features: '${id}' has the promise of '${other}'; give it one of its own.`;
    });
}
