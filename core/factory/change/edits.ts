import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Field } from "#core/factory/specification/field.ts";
import type { Entity, Specification } from "#core/factory/specification/specification.ts";
import type { View } from "#core/factory/specification/view.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";

const KEPT = "what was entered stays stored, but is no longer shown";

/** What turns one specification into another, as a sentence for each part; empty if nothing does. */
export function editsBetween(before: Specification, after: Specification): string[] {
  return [
    ...(before.name === after.name ? [] : [`Names the app ${after.name}.`]),
    ...lookEdits(before.look, after.look),
    ...(["locale", "currency"] as const)
      .filter((part) => before[part] !== after[part])
      .map((part) => `Changes the ${part} from ${before[part]} to ${after[part]}.`),
    ...entityEdits(before.entities, after.entities),
    ...partEdits(before.views, after.views, "view", ({ name }: View) => name),
    ...partEdits(numbered(before.behaviours), numbered(after.behaviours), "behaviour", ({ name }) => name),
  ];
}

/**
 * Why stored records would not fit a changed specification, as sentences: a field keeps its type, because what people
 * have entered is not converted.
 */
export function retyped(before: Specification, after: Specification): string[] {
  return pairs(before.entities, after.entities).flatMap(([old, now]) =>
    pairs(old.fields, now.fields)
      .filter(([a, b]) => a.type !== b.type)
      .map(([a, b]) => `${old.name}.${a.name} would change from ${a.type} to ${b.type}.`),
  );
}

function lookEdits(before: Specification["look"], after: Specification["look"]): string[] {
  const shown = (value: string | null | undefined) => value ?? "the app's own";
  return (["theme", "accent", "background", "density", "scheme"] as const)
    .filter((part) => (before[part] ?? null) !== (after[part] ?? null))
    .map((part) => `Changes the ${part} from ${shown(before[part])} to ${shown(after[part])}.`);
}

function entityEdits(before: readonly Entity[], after: readonly Entity[]): string[] {
  const { added, removed } = difference(before, after);
  return [
    ...added.map(({ plural }) => `Adds ${plural}.`),
    ...removed.map(({ plural }) => `Removes ${plural}; ${KEPT}.`),
    ...pairs(before, after).flatMap(([old, now]) => [
      ...(old.plural === now.plural ? [] : [`Renames ${old.plural} to ${now.plural}.`]),
      ...partEdits(old.fields, now.fields, "field", ({ name }: Field) => `${now.name}.${name}`),
    ]),
  ];
}

interface Part {
  readonly id: string;
  readonly name: string;
}

/** The edits of a list of parts with stable identifiers. */
function partEdits<T extends Part>(
  before: readonly T[],
  after: readonly T[],
  kind: "field" | "view" | "behaviour",
  label: (part: T) => string,
): string[] {
  const { added, removed } = difference(before, after);
  const changed = pairs(before, after).filter(([a, b]) => canonicalJson(a) !== canonicalJson(b));
  return [
    ...added.map((part) => `Adds the ${kind} ${label(part)}.`),
    ...removed.map((part) => `Removes the ${kind} ${label(part)}${kind === "field" ? `; ${KEPT}` : ""}.`),
    ...changed.map(([old, now]) =>
      old.name === now.name
        ? `Adjusts the ${kind} ${label(now)}.`
        : `Renames the ${kind} ${label(old)} to ${label(now)}.`,
    ),
  ];
}

function difference<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]) {
  const [old, now] = [before, after].map((parts) => new Set(parts.map(({ id }) => id)));
  return {
    added: after.filter(({ id }) => !old?.has(id)),
    removed: before.filter(({ id }) => !now?.has(id)),
  };
}

function pairs<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): [T, T][] {
  const now = new Map(after.map((part) => [part.id, part]));
  return before.flatMap((part): [T, T][] => {
    const same = now.get(part.id);
    return same ? [[part, same]] : [];
  });
}

/** Behaviours have no identifiers: the nth of a kind and entity is compared with the nth. */
function numbered(behaviours: readonly Behaviour[]): (Behaviour & Part)[] {
  const seen = new Map<string, number>();
  return behaviours.map((behaviour) => {
    const key = `${behaviour.kind} ${"entity" in behaviour ? behaviour.entity : ""}`.trim();
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return { ...behaviour, id: `${key} ${count}`, name: key.replaceAll("_", " ") };
  });
}
