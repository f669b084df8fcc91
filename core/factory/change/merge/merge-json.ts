import { canonicalJson } from "#core/kernel/canonical.ts";
import { fileConflict, type MergeConflict } from "./conflict.ts";
import { mergeSequences, type Region } from "./merge-sequences.ts";
import { type Merged, mergeText } from "./merge-text.ts";

type Json = unknown;
/** Absent members are this, because null is a value. */
const ABSENT = Symbol("absent");
type Value = Json | typeof ABSENT;

interface Context {
  readonly path: string;
  readonly conflicts: MergeConflict[];
}

/**
 * Merges three versions of a JSON file: objects by member, lists by the items or by their `id`, other values as a whole.
 * Files in a formatting that would be lost are merged by lines. The result has the formatting of `ours`; it is `ours` or
 * `theirs`, byte for byte, when it equals one of them.
 */
export function mergeJson(path: string, base: string, ours: string, theirs: string): Merged<string> {
  const [was, mine, yours] = [parse(base), parse(ours), parse(theirs)];
  if (!was || !mine || !yours) return mergeText(path, base, ours, theirs);
  const context: Context = { path, conflicts: [] };
  const value = mergeValue(context, [], was.value, mine.value, yours.value);
  if (context.conflicts.length > 0) return { conflicts: context.conflicts };
  if (same(value, yours.value) && same(value, mine.value)) return { value: ours };
  if (same(value, yours.value)) return { value: theirs };
  if (same(value, mine.value)) return { value: ours };
  return { value: mine.print(value) };
}

interface Parsed {
  readonly value: Json;
  print(value: Json): string;
}

/** A parsed text with a way to print it back; null when it is no JSON or has a formatting of its own. */
function parse(text: string): Parsed | null {
  const indent = /^[[{]\r?\n([ \t]+)/.exec(text)?.[1] ?? "";
  const end = /\s*$/.exec(text)?.[0] ?? "";
  const print = (value: Json) => JSON.stringify(value, null, indent) + end;
  try {
    const value: Json = JSON.parse(text);
    return print(value) === text ? { value, print } : null;
  } catch {
    return null;
  }
}

function mergeValue(context: Context, at: readonly string[], base: Value, ours: Value, theirs: Value): Value {
  if (same(ours, theirs) || same(base, theirs)) return ours;
  if (same(base, ours)) return theirs;
  if (isObject(ours) && isObject(theirs) && (isObject(base) || base === ABSENT))
    return mergeObjects(context, at, isObject(base) ? base : {}, ours, theirs);
  const lists = listsOf(base, ours, theirs);
  if (lists) return mergeLists(context, at, lists) ?? ours;
  const place = at.length === 0 ? context.path : `The member ${at.join(".")} of ${context.path}`;
  context.conflicts.push(
    fileConflict(
      context.path,
      `${place} was edited since it was generated, and the change needs it different.`,
    ),
  );
  return ours;
}

function mergeObjects(
  context: Context,
  at: readonly string[],
  base: object,
  ours: object,
  theirs: object,
): Json {
  const [was, mine, yours] = [membersOf(base), membersOf(ours), membersOf(theirs)];
  const names = orderOf(mergeSequences([...was.keys()], [...mine.keys()], [...yours.keys()]), true) ?? [];
  const rest = [...mine.keys(), ...yours.keys()];
  const members = [...new Set([...names, ...rest])].map((name) => {
    const versions = [was, mine, yours].map((each) => (each.has(name) ? each.get(name) : ABSENT));
    return [name, mergeValue(context, [...at, name], versions[0], versions[1], versions[2])] as const;
  });
  return Object.fromEntries(members.filter(([, value]) => value !== ABSENT));
}

type Lists = readonly [Map<string, Json>, Map<string, Json>, Map<string, Json>];

function mergeLists(context: Context, at: readonly string[], [was, mine, yours]: Lists): Json {
  const order = orderOf(mergeSequences([...was.keys()], [...mine.keys()], [...yours.keys()]), false);
  if (!order) {
    context.conflicts.push(
      fileConflict(
        context.path,
        `The list ${at.join(".")} of ${context.path} was edited since it was generated, and the change needs it different.`,
      ),
    );
    return undefined;
  }
  // A key that one side removed is looked at as well, because the other side may have changed its item.
  const items = [...new Set([...order, ...mine.keys(), ...yours.keys()])].map((key) => {
    const versions = [was, mine, yours].map((each) => (each.has(key) ? each.get(key) : ABSENT));
    return mergeValue(context, [...at, key], versions[0], versions[1], versions[2]);
  });
  return items.filter((item) => item !== ABSENT);
}

/**
 * The merged order of keys. Where both sides only inserted, the insertions follow each other, sorted by their first key;
 * any other place that both changed is null, or has the order of `ours` where the order has no meaning (`loose`).
 */
function orderOf(regions: readonly Region[], loose: boolean): string[] | null {
  const keys = new Set<string>();
  for (const region of regions) {
    if (region.agreed) for (const key of region.items) keys.add(key);
    else if (region.base.length === 0 || loose)
      for (const key of [region.ours, region.theirs].sort(byFirst).flat()) keys.add(key);
    else return null;
  }
  return [...keys];
}

const byFirst = (a: readonly string[], b: readonly string[]) => ((a[0] ?? "") <= (b[0] ?? "") ? -1 : 1);

/** Three lists by the keys of their items; null when an item of one has no key of its own. A new list may have no base. */
function listsOf(base: Value, ours: Value, theirs: Value): Lists | null {
  const lists = [base === ABSENT ? [] : base, ours, theirs].map(keyed);
  return lists.every((list) => list !== null) ? (lists as unknown as Lists) : null;
}

/** The items of a list by their `id`, or by themselves if they are no objects; null when keys repeat or are missing. */
function keyed(value: Value): Map<string, Json> | null {
  if (!Array.isArray(value)) return null;
  const items = new Map<string, Json>();
  for (const item of value) {
    const id = isObject(item) ? membersOf(item).get("id") : canonicalJson(item);
    if (typeof id !== "string" || Array.isArray(item) || items.has(id)) return null;
    items.set(id, item);
  }
  return items;
}

const isObject = (value: Value): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const membersOf = (value: object): Map<string, Json> => new Map(Object.entries(value));

function same(a: Value, b: Value): boolean {
  if (a === ABSENT || b === ABSENT) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}
