import { packageOf, unresolvedIn } from "#core/factory/heal/missing-packages.ts";
import { namesIn } from "#core/factory/heal/rule.ts";
import type { Stack } from "#core/factory/stacks/stack.ts";
import { distanceOf } from "#core/kernel/edit-distance.ts";

/** The registry's own refusal, with or without a version. */
const UNKNOWN = [/The registry has no package '([^'@]*(?:@[^'@/]+\/[^'@]+)?)/g];
/** Shorter names resemble too many others. */
const MIN_LENGTH = 4;
const LONG = 8;

/** A failure's reason, followed by the packages of the stack that misspelt ones in it resemble. */
export function withLikelyPackages(reason: string, output: string, { repairs }: Stack): string {
  const text = `${reason}\n${output}`;
  const names = [...(unresolvedIn(text) ?? []).map(packageOf), ...(namesIn(text, UNKNOWN) ?? [])];
  return `${reason}${didYouMean(names, Object.keys(repairs.packages))}`;
}

/**
 * " Did you mean react?" for names that resemble known packages; "" if none does. Only a question: a misspelt name can
 * belong to a malicious package, so no rule adds or replaces one.
 */
export function didYouMean(names: readonly string[], known: readonly string[]): string {
  const likely = names.flatMap((name) => (known.includes(name) ? [] : (resembling(name, known) ?? [])));
  return likely.length === 0 ? "" : ` Did you mean ${[...new Set(likely)].join(" and ")}?`;
}

/** The known name that differs in one letter, or in two if it is long; undefined if there is none. */
function resembling(name: string, known: readonly string[]): string | undefined {
  if (name.length < MIN_LENGTH) return undefined;
  const near = known
    .map((each) => ({ each, distance: distanceOf(name, each) }))
    .filter(({ each, distance }) => distance <= (each.length >= LONG ? 2 : 1));
  return near.sort((a, b) => a.distance - b.distance)[0]?.each;
}
