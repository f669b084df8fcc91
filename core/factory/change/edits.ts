import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Site } from "#core/factory/specification/site.ts";
import type { Entity, Specification } from "#core/factory/specification/specification.ts";
import { difference, pairs, partEdits, propertyEdits } from "./part-edits.ts";
import type { EditWords } from "./words/edit-words.ts";

const LOOK = ["theme", "accent", "background", "density", "scheme"] as const;

/** What turns one specification of an app into another, as a sentence for each part; empty if nothing does. */
export function appEdits(words: EditWords, before: Specification, after: Specification): string[] {
  return [
    ...nameEdits(words, before, after),
    ...propertyEdits(words, LOOK, before.look, after.look),
    ...propertyEdits(words, ["locale", "currency"], before, after),
    ...entityEdits(words, before.entities, after.entities),
    ...partEdits(words, before.views, after.views, { kind: "view", label: ({ name }) => name }),
    ...partEdits(words, numbered(before), numbered(after), {
      kind: "behaviour",
      label: ({ kind, plural }) => `${words.behaviours[kind]}${plural === null ? "" : ` (${plural})`}`,
    }),
    ...partEdits(words, before.custom ?? [], after.custom ?? [], { kind: "page", label: ({ name }) => name }),
  ];
}

/** The same for a site. */
export function siteEdits(words: EditWords, before: Site, after: Site): string[] {
  const order = ({ sections }: Site) => sections.map(({ id }) => id).join(" ");
  const edits = [
    ...nameEdits(words, before, after),
    ...propertyEdits(words, LOOK, before.look, after.look),
    ...propertyEdits(words, ["locale", "currency", "trade"], before, after),
    ...propertyEdits(words, ["phone", "email", "address", "place"], before.facts, after.facts),
    ...partEdits(words, before.sections, after.sections, { kind: "section", label: ({ title }) => title }),
  ];
  const isMoved = edits.length === 0 && order(before) !== order(after);
  return isMoved
    ? after.sections.map(({ title }) => words.adjusts(`${words.parts.section} ${title}`))
    : edits;
}

/**
 * Why stored records would not fit a changed specification, as sentences: a field keeps its type, because what people
 * have entered is not converted.
 */
export function retyped(words: EditWords, before: Specification, after: Specification): string[] {
  return pairs(before.entities, after.entities).flatMap(([old, now]) =>
    pairs(old.fields, now.fields)
      .filter(([a, b]) => a.type !== b.type)
      .map(([a, b]) => words.retyped(`${old.name}.${a.name}`, a.type, b.type)),
  );
}

const nameEdits = (words: EditWords, before: { name: string }, after: { name: string }): string[] =>
  before.name === after.name ? [] : [words.names(after.name)];

function entityEdits(words: EditWords, before: readonly Entity[], after: readonly Entity[]): string[] {
  const { added, removed } = difference(before, after);
  return [
    ...added.map(({ plural }) => words.adds(plural)),
    ...removed.map(({ plural }) => words.hides(plural)),
    ...pairs(before, after).flatMap(([old, now]) => [
      ...(old.plural === now.plural ? [] : [words.renames(old.plural, now.plural)]),
      ...partEdits(words, old.fields, now.fields, {
        kind: "field",
        label: ({ name }) => `${now.name}.${name}`,
        holdsData: true,
      }),
    ]),
  ];
}

type Numbered = Behaviour & { readonly id: string; readonly plural: string | null };

/** Behaviours have no identifiers: the nth of a kind and entity is compared with the nth. */
function numbered({ behaviours, entities }: Specification): Numbered[] {
  const seen = new Map<string, number>();
  return behaviours.map((behaviour) => {
    const entity = "entity" in behaviour ? behaviour.entity : "";
    const key = `${behaviour.kind} ${entity}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    const plural = entities.find(({ id }) => id === entity)?.plural ?? null;
    return { ...behaviour, id: `${key} ${count}`, plural };
  });
}
