import { type AttributeValue, type Item, typeOf } from "#local-cloud/dynamodb/values/attribute-value.ts";
import { member } from "#local-cloud/dynamodb/values/members.ts";

/** Where a value is inside an item: an attribute's name, then names of map members and positions in lists. */
export type Path = readonly [string, ...(string | number)[]];

export function valueAt(item: Item, [name, ...steps]: Path): AttributeValue | undefined {
  let value = member(item, name);
  for (const step of steps) {
    if (!value) return undefined;
    value = typeof step === "string" ? member(value.M, step) : value.L?.[step];
  }
  return value;
}

/** Returns the reason why two paths cannot be in one expression, or undefined. */
export function pathProblem(paths: readonly Path[]): string | undefined {
  for (const [at, two] of paths.entries())
    for (const one of paths.slice(0, at)) {
      const relation = relationOf(one, two);
      if (relation)
        return `Two document paths ${relation} with each other; must remove or rewrite one of these paths; path one: ${pathText(one)}, path two: ${pathText(two)}`;
    }
  return undefined;
}

export function isSamePath(one: Path, two: Path): boolean {
  return one.length === two.length && one.every((step, at) => step === two[at]);
}

export function pathText(path: Path): string {
  return `[${path.map((step) => (typeof step === "number" ? `[${step}]` : step)).join(", ")}]`;
}

function relationOf(one: Path, two: Path): "overlap" | "conflict" | undefined {
  for (let at = 0; at < Math.min(one.length, two.length); at++)
    if (one[at] !== two[at]) return typeof one[at] === typeof two[at] ? undefined : "conflict";
  return "overlap";
}

/** Returns the name of a value's type in messages. */
export function typeName(value: AttributeValue): string {
  return LONG_NAMES[typeOf(value)];
}

const LONG_NAMES = {
  S: "STRING",
  N: "NUMBER",
  B: "BINARY",
  BOOL: "BOOLEAN",
  NULL: "NULL",
  SS: "STRING_SET",
  NS: "NUMBER_SET",
  BS: "BINARY_SET",
  M: "MAP",
  L: "LIST",
} as const;
