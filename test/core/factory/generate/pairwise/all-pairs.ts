/** What varies between cases, and of how many different values of it a case consists. */
export interface Factor {
  readonly name: string;
  readonly values: readonly string[];
  readonly take: number;
}

/** The values of a case by the name of their factor. */
export type Case = ReadonlyMap<string, readonly string[]>;

interface Choice {
  readonly factor: Factor;
  readonly value: string;
}

/**
 * Cases in which every two values occur together: of two factors, or of one factor of which a case takes several. Each
 * case begins with the first two values that have not been together, and adds the values that meet most others for the
 * first time. The same factors result in the same cases.
 */
export function allPairs(factors: readonly Factor[]): Case[] {
  const open = new Map(pairsOf(factors).map((pair) => [keyOf(...pair), pair]));
  const cases: Case[] = [];
  for (let [first] = open.values(); first; [first] = open.values()) {
    const chosen = complete(first, factors, open);
    for (const [at, one] of chosen.entries())
      for (const other of chosen.slice(at + 1)) open.delete(keyOf(one, other));
    cases.push(caseOf(chosen, factors));
  }
  return cases;
}

/** Every two values that a case can contain together. */
export function pairsOf(factors: readonly Factor[]): [Choice, Choice][] {
  const all = factors.flatMap((factor) => factor.values.map((value) => ({ factor, value })));
  return all.flatMap((one, at) =>
    all
      .slice(at + 1)
      .filter((other) => other.factor !== one.factor || one.factor.take > 1)
      .map((other): [Choice, Choice] => [one, other]),
  );
}

function complete(
  start: readonly Choice[],
  factors: readonly Factor[],
  open: ReadonlyMap<string, unknown>,
): Choice[] {
  const chosen = [...start];
  for (const factor of factors) {
    const left = () =>
      factor.values.filter((value) => !chosen.some((each) => isSame(each, { factor, value })));
    while (chosen.filter((each) => each.factor === factor).length < factor.take && left().length > 0)
      chosen.push({ factor, value: best(left(), factor, chosen, open) });
  }
  return chosen;
}

/** The value that meets most of the chosen ones for the first time. */
function best(
  values: readonly string[],
  factor: Factor,
  chosen: readonly Choice[],
  open: ReadonlyMap<string, unknown>,
): string {
  const gain = (value: string) => chosen.filter((each) => open.has(keyOf(each, { factor, value }))).length;
  return values.reduce((most, value) => (gain(value) > gain(most) ? value : most));
}

function caseOf(chosen: readonly Choice[], factors: readonly Factor[]): Case {
  return new Map(
    factors.map((factor) => [
      factor.name,
      chosen.filter((each) => each.factor === factor).map(({ value }) => value),
    ]),
  );
}

const isSame = (one: Choice, other: Choice) => one.factor === other.factor && one.value === other.value;

/** The same for two values in either order. */
const keyOf = (...pair: readonly Choice[]) =>
  pair
    .map(({ factor, value }) => JSON.stringify([factor.name, value]))
    .sort()
    .join();
