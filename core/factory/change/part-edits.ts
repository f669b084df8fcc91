import { canonicalJson } from "#core/kernel/canonical.ts";
import type { EditWords, PartKind, Property } from "./words/edit-words.ts";

interface Part {
  readonly id: string;
}

/** How the parts of a list are called. */
interface Naming<T> {
  readonly kind: PartKind;
  readonly label: (part: T) => string;
  /** Whether what people have entered into a removed part stays stored. */
  readonly holdsData?: boolean;
}

/** The edits of a list of parts with stable identifiers, as sentences. */
export function partEdits<T extends Part>(
  words: EditWords,
  before: readonly T[],
  after: readonly T[],
  { kind, label, holdsData = false }: Naming<T>,
): string[] {
  const named = (part: T) => `${words.parts[kind]} ${label(part)}`;
  const { added, removed } = difference(before, after);
  const changed = pairs(before, after).filter(([a, b]) => canonicalJson(a) !== canonicalJson(b));
  return [
    ...added.map((part) => words.adds(named(part))),
    ...removed.map((part) => (holdsData ? words.hides(named(part)) : words.removes(named(part)))),
    ...changed.map(([old, now]) =>
      label(old) === label(now) ? words.adjusts(named(now)) : words.renames(named(old), label(now)),
    ),
  ];
}

/** The edits of properties, as sentences. */
export function propertyEdits<P extends Property>(
  words: EditWords,
  properties: readonly P[],
  before: Readonly<Partial<Record<P, string | null>>>,
  after: Readonly<Partial<Record<P, string | null>>>,
): string[] {
  const shown = (value: string | null | undefined) =>
    value === null || value === undefined ? words.unset : (words.values.get(value) ?? value);
  return properties
    .filter((part) => (before[part] ?? null) !== (after[part] ?? null))
    .map((part) => words.changes(words.properties[part], shown(before[part]), shown(after[part])));
}

/** The parts that only one list has, by their identifiers. */
export function difference<T extends Part>(before: readonly T[], after: readonly T[]) {
  const [old, now] = [before, after].map((parts) => new Set(parts.map(({ id }) => id)));
  return {
    added: after.filter(({ id }) => !old?.has(id)),
    removed: before.filter(({ id }) => !now?.has(id)),
  };
}

/** The parts that both lists have, by their identifiers. */
export function pairs<T extends Part>(before: readonly T[], after: readonly T[]): [T, T][] {
  const now = new Map(after.map((part) => [part.id, part]));
  return before.flatMap((part): [T, T][] => {
    const same = now.get(part.id);
    return same ? [[part, same]] : [];
  });
}
