/** `lowCamelCase` of a snake_case identifier. */
export function camelCase(id: string): string {
  return id.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `kebab-case` of a snake_case identifier: the name of a file. */
export function kebabCase(id: string): string {
  return id.replaceAll("_", "-");
}

/** Functions of the library that formulas and conditions call. */
const CALLED = new Set(
  `addNumbers subtractNumbers multiplyNumbers divideNumbers addDays daysBetween countOf sumOf averageOf minimumOf
  maximumOf latestOf asFactor asHours currentDay isLess isAtMost isMore isAtLeast isEqual isEmpty dayOf records app`.split(
    /\s+/,
  ),
);

/** The name of a record of an entity in code: `plant`, or `sumOfRecord` where a function has that name. */
export function recordName(id: string): string {
  const name = camelCase(id);
  return CALLED.has(name) ? `${name}Record` : name;
}
