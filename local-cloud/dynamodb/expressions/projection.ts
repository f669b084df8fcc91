import type { AttributeValue, Item } from "#local-cloud/dynamodb/values/attribute-value.ts";
import { member, setMember } from "#local-cloud/dynamodb/values/members.ts";
import { openParser, RANK } from "./parser.ts";
import { type Path, pathProblem } from "./path.ts";
import type { Placeholders } from "./placeholders.ts";

/** The requested parts of an item: for each step, the whole value or parts of it. */
export type Projection = ReadonlyMap<string | number, Projection | "all">;

/** A ProjectionExpression. */
export function parseProjection(source: string, placeholders: Placeholders): Projection {
  const parser = openParser("ProjectionExpression", source, placeholders);
  const paths: Path[] = [];
  do paths.push(parser.path());
  while (parser.takes(","));
  const problem = pathProblem(paths);
  if (problem) parser.problem(problem, RANK.path);
  parser.end();
  return treeOf(paths);
}

/** Returns the requested parts that exist; list elements move up. */
export function project(item: Item, projection: Projection): Item {
  return partsOf(item, projection);
}

/** Whole attributes only. */
export function pick(item: Item, names: Iterable<string>): Item {
  return partsOf(item, new Map([...names].map((name) => [name, "all"])));
}

function treeOf(paths: readonly Path[]): Projection {
  type Tree = Map<string | number, Tree | "all">;
  const tree: Tree = new Map();
  for (const path of paths) {
    let branch = tree;
    for (const step of path.slice(0, -1)) {
      const next = branch.get(step);
      const deeper: Tree = next instanceof Map ? next : new Map();
      branch.set(step, deeper);
      branch = deeper;
    }
    branch.set(path.at(-1) as string | number, "all");
  }
  return tree;
}

function partsOf(members: Item, projection: Projection): Item {
  const parts: Item = Object.create(null);
  for (const [name, wanted] of projection) {
    const value = member(members, String(name));
    const part = value && partOf(value, wanted);
    if (part) setMember(parts, String(name), part);
  }
  return parts;
}

function partOf(value: AttributeValue, wanted: Projection | "all"): AttributeValue | undefined {
  if (wanted === "all") return value;
  const byName = typeof wanted.keys().next().value === "string";
  if (byName && value.M) {
    const parts = partsOf(value.M, wanted);
    return Object.keys(parts).length ? { M: parts } : undefined;
  }
  if (byName || !value.L) return undefined;
  const elements = [...(wanted as ReadonlyMap<number, Projection | "all">)]
    .sort(([a], [b]) => a - b)
    .flatMap(([at, inner]) => {
      const element = value.L?.[at];
      const part = element && partOf(element, inner);
      return part ? [part] : [];
    });
  return elements.length ? { L: elements } : undefined;
}
