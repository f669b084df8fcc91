import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Field, Option } from "#core/factory/specification/field.ts";
import { partIdOf } from "#core/factory/specification/names.ts";
import type { Locale } from "#core/factory/specification/specification.ts";
import type { View } from "#core/factory/specification/view.ts";
import type { ThemeId } from "#core/factory/themes/themes.ts";
import { fieldWordOf, nounOf, optionSetOf } from "#local/brain/lexicon/lexicon.ts";
import type { FieldFormula, FieldWord, Noun, NounField } from "#local/brain/lexicon/types.ts";
import { UNITS } from "#local/brain/lexicon/units.ts";
import { keysOf } from "#local/brain/recognise/words.ts";

/** A field before references and formulas are bound to the entities of the app. */
export interface DraftField {
  /** Key of its field word or of the noun that it refers to; its identifier if it has neither. */
  readonly key: string;
  field: Field;
  readonly target?: NonNullable<NounField["reference"]>;
  readonly formula?: FieldFormula;
}

export interface DraftEntity {
  readonly id: string;
  readonly key: string;
  readonly noun: Noun | null;
  name: string;
  plural: string;
  readonly fields: DraftField[];
  /** Whether its charts over dates go by month. */
  monthly?: boolean;
}

export interface DraftView {
  readonly id: string;
  readonly kind: View["kind"];
  readonly entity: DraftEntity;
  /** Keys of the fields that it uses. */
  field?: string;
  measure?: string;
  shape?: "bar" | "line" | "pie";
  monthly?: boolean;
  /** Whether a list has the greatest values first. */
  descending?: boolean;
  /** Whether it stands beside another view of its kind. */
  readonly further?: boolean;
  /** Whether the app opens with it, instead of with the list. */
  opens?: boolean;
}

export interface DraftBehaviour {
  readonly kind: Behaviour["kind"];
  readonly entity: DraftEntity | null;
  fields: string[];
  days?: number;
}

/** What the messages read so far ask for. */
export interface Draft {
  locale: Locale;
  name: string | null;
  /** The words of the request that name the app. */
  title: string | null;
  accent: string | null;
  background: string | null;
  scheme: "light" | "dark" | "both";
  theme: ThemeId | null;
  currency: string | null;
  readonly entities: DraftEntity[];
  readonly views: DraftView[];
  readonly behaviours: DraftBehaviour[];
  /** Paths of the parts that the words of the request name, in their order. */
  readonly asked: Set<string>;
  /** Parts that must be absent: `field:photo`, `noun:task`, `view:board`, `behaviour:export`. */
  readonly bans: Set<string>;
}

export function emptyDraft(locale: Locale): Draft {
  return {
    locale,
    name: null,
    title: null,
    accent: null,
    background: null,
    scheme: "both",
    theme: null,
    currency: null,
    entities: [],
    views: [],
    behaviours: [],
    asked: new Set(),
    bans: new Set(),
  };
}

/** Adds a kind of record with its default fields and those that come with it; the existing one if there is one. */
export function addNoun(draft: Draft, noun: Noun): DraftEntity {
  const known = draft.entities.find(({ key }) => key === noun.key);
  if (known) return known;
  draft.bans.delete(`noun:${noun.key}`);
  const [name, plural = name] = noun.words[draft.locale];
  const entity = addEntity(draft, noun.key, name, plural, noun);
  for (const field of noun.fields)
    if (!draft.bans.has(`field:${field.key}`)) entity.fields.push(nounField(draft, entity, field));
  for (const key of noun.brings) {
    const brought = nounOf(key);
    if (brought && !draft.bans.has(`noun:${key}`)) addNoun(draft, brought);
  }
  return entity;
}

/** Adds a kind of record that the lexicon does not know. */
export function addUnknown(draft: Draft, words: string, plural: string): DraftEntity {
  const key = `?${keysOf(words).join(" ")}`;
  const known = draft.entities.find((entity) => entity.key === key);
  return known ?? addEntity(draft, key, words, plural, null);
}

function addEntity(draft: Draft, key: string, name: string, plural: string, noun: Noun | null): DraftEntity {
  const taken = new Set(draft.entities.map(({ id }) => id));
  const id = partIdOf(name, noun?.key ?? "entry", taken);
  const entity = { id, key, noun, name: label(name), plural: label(plural), fields: [] };
  draft.entities.push(entity);
  return entity;
}

function nounField(draft: Draft, entity: DraftEntity, given: NounField): DraftField {
  const word = fieldWordOf(given.key);
  const noun = given.reference && nounOf(given.reference.noun);
  const name = word?.words[draft.locale][0] ?? noun?.words[draft.locale][0] ?? given.key;
  const type = given.type ?? (word?.type || "text");
  const same = word && type === word.type ? word : undefined;
  const field = fieldFrom(draft, entity, name, {
    ...same,
    type,
    ...(given.options && { options: given.options }),
    ...(given.default && { default: given.default }),
  });
  if (given.required && type !== "boolean" && type !== "computed" && type !== "tags") field.required = true;
  return {
    key: given.key,
    field,
    ...(given.reference && { target: given.reference }),
    ...(same?.formula && { formula: same.formula }),
  };
}

/** Adds a detail to an entity; the existing one if it has it. */
export function addField(draft: Draft, entity: DraftEntity, word: FieldWord): DraftField {
  const [name] = word.words[draft.locale];
  // What took the place of another detail has its name.
  const known =
    entity.fields.find(({ key }) => key === word.key) ??
    entity.fields.find(({ key, field }) => field.name === label(name) && fieldWordOf(key) !== undefined);
  if (known) return known;
  draft.bans.delete(`field:${word.key}`);
  const computed = word.formula !== undefined;
  const made: DraftField = {
    key: word.key,
    field: fieldFrom(draft, entity, name, computed ? { type: "text" } : word),
  };
  entity.fields.push(made);
  return made;
}

/** Adds a detail that the lexicon does not know. */
export function addText(draft: Draft, entity: DraftEntity, name: string, type: Field["type"]): DraftField {
  const made = { key: partIdOf(name, "detail"), field: fieldFrom(draft, entity, name, { type }) };
  const known = entity.fields.find(({ key }) => key === made.key);
  if (!known) entity.fields.push(made);
  return known ?? made;
}

type Shape = Pick<FieldWord, "type" | "options" | "unit" | "min" | "max" | "default">;

function fieldFrom({ locale }: Draft, entity: DraftEntity, name: string, shape: Shape): Field {
  const taken = new Set(entity.fields.map(({ field }) => field.id));
  const options = shape.options ? optionsOf(shape.options, locale) : undefined;
  const unit = shape.unit && UNITS.get(shape.unit)?.[locale];
  return {
    id: partIdOf(name, "detail", taken),
    name: label(name),
    type: options || !shape.type.startsWith("choice") ? shape.type : "text",
    ...(options && { options }),
    ...(unit && { unit }),
    ...(shape.min !== undefined && { min: shape.min }),
    ...(shape.max !== undefined && { max: shape.max }),
    ...(shape.default !== undefined && { default: shape.default }),
  };
}

function optionsOf(key: string, locale: Locale): Option[] | undefined {
  return optionSetOf(key)?.options.map(({ id, done, [locale]: name }) => ({
    id,
    name,
    ...(done && { done }),
  }));
}

/** A name with a capital letter, at most as long as a label may be. */
export function label(name: string): string {
  const text = name
    .trim()
    .slice(0, 60)
    .trim()
    .replace(/\b(crm|dvd|faq|tv)\b/gi, (acronym) => acronym.toUpperCase());
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** The identifier of a view: its kind, after its entity unless that is the first one. */
export function addView(draft: Draft, kind: View["kind"], entity: DraftEntity, field?: string): DraftView {
  const same = (view: DraftView) =>
    view.kind === kind && view.entity === entity && (!field || !view.field || view.field === field);
  const known = draft.views.find(same);
  if (known) {
    if (field) known.field = field;
    return known;
  }
  draft.bans.delete(`view:${kind}`);
  const base = entity === draft.entities[0] ? kind : `${entity.id.slice(0, 28)}_${kind}`;
  const id = partIdOf(base, kind, new Set(draft.views.map((view) => view.id)));
  const view: DraftView = { id, kind, entity, ...(field && { field }) };
  draft.views.push(view);
  return view;
}

export function addBehaviour(
  draft: Draft,
  kind: Behaviour["kind"],
  entity: DraftEntity | null,
): DraftBehaviour {
  draft.bans.delete(`behaviour:${kind}`);
  const known = draft.behaviours.find((each) => each.kind === kind && each.entity === entity);
  if (known) return known;
  const behaviour = { kind, entity, fields: [] };
  draft.behaviours.push(behaviour);
  return behaviour;
}

/** Removes a part and keeps it away. */
export function ban(draft: Draft, part: string): void {
  draft.bans.add(part);
  const [what, key] = part.split(":");
  const remove = <T>(list: T[], is: (each: T) => boolean) => {
    for (let at = list.length - 1; at >= 0; at -= 1) if (is(list[at] as T)) list.splice(at, 1);
  };
  if (what === "noun") remove(draft.entities, (entity) => entity.key === key);
  if (what === "view") remove(draft.views, (view) => view.kind === key);
  if (what === "behaviour") remove(draft.behaviours, (behaviour) => behaviour.kind === key);
  if (what === "field") for (const { fields } of draft.entities) remove(fields, (field) => field.key === key);
  const there = new Set(draft.entities);
  remove(draft.views, ({ entity }) => !there.has(entity));
  remove(draft.behaviours, ({ entity }) => entity !== null && !there.has(entity));
}
