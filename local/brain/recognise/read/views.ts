import { inSentence } from "#core/factory/generate/words/words.ts";
import type { Field } from "#core/factory/specification/field.ts";
import type { Entity, Locale } from "#core/factory/specification/specification.ts";
import type { Tile, View } from "#core/factory/specification/view.ts";
import { VIEW_WORDS } from "#local/brain/lexicon/words/views.ts";
import { fieldId, ownerOf } from "./bind.ts";
import { type Draft, type DraftEntity, type DraftView, label } from "./draft.ts";

export const NUMBERS: readonly Field["type"][] = [
  "money",
  "integer",
  "decimal",
  "duration",
  "percent",
  "rating",
];
export const DATES: readonly Field["type"][] = ["date", "date_time", "created_at"];
const WIDE = new Set<Field["type"]>(["long_text", "file", "created_at"]);

/** The views of a draft: those asked for, and the usual ones of each kind of record. */
export function viewsOf(draft: Draft, entities: readonly Entity[]): View[] {
  const asked = [...draft.views];
  const views = draft.entities
    .filter((entity) => !ownerOf(draft, entity))
    .flatMap((entity) => {
      const usual: DraftView[] = [
        viewOn(draft, "list", entity),
        ...usualViews(draft, entity),
        viewOn(draft, "detail", entity),
      ];
      const own = asked.filter((view) => view.entity === entity);
      const rest = usual.filter(
        ({ kind, field, further }) =>
          !own.some((view) => view.kind === kind && (!further || view.field === field)) &&
          !draft.bans.has(`view:${kind}`),
      );
      const rank = ({ kind, opens }: DraftView) => (opens ? 0 : kind === "list" ? 1 : 2);
      return [...own, ...rest].toSorted((a, b) => rank(a) - rank(b));
    });
  return unique(views)
    .flatMap(
      (view) =>
        bindView(
          draft,
          view,
          entities.find(({ id }) => id === view.entity.id),
        ) ?? [],
    )
    .slice(0, 24);
}

function viewOn(draft: Draft, kind: View["kind"], entity: DraftEntity): DraftView {
  return { id: entity === draft.entities[0] ? kind : `${entity.id.slice(0, 28)}_${kind}`, kind, entity };
}

/** The views that the kind of record has by default; a further one of the same kind is named after what it goes by. */
export function usualViews(draft: Draft, entity: DraftEntity): DraftView[] {
  const kinds = new Set<View["kind"]>();
  return (entity.noun?.views ?? []).map(({ kind, fields: [field, measure], shape, monthly }) => {
    const further = kinds.has(kind);
    kinds.add(kind);
    const view = viewOn(draft, kind, entity);
    return {
      ...view,
      ...(further && { id: `${view.id}_${field}`, further }),
      ...(field && { field }),
      ...(measure && { measure }),
      ...(shape && { shape }),
      ...(monthly && { monthly }),
    };
  });
}

function unique(views: readonly DraftView[]): DraftView[] {
  const ids = new Set<string>();
  return views.filter(({ id }) => !ids.has(id) && ids.add(id));
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a case for each kind of view.
function bindView(draft: Draft, view: DraftView, entity: Entity | undefined): View | null {
  if (!entity) return null;
  const { kind, id } = view;
  const by = entity.fields.find((field) => field.id === fieldId(view.entity, view.field));
  const name = nameOf(draft, view);
  const common = {
    id,
    name:
      view.further && by
        ? goingBy(draft.locale, name, isMonthly(view) ? MONTH[draft.locale] : by.name)
        : name,
    entity: entity.id,
  };
  const all = entity.fields.map((field) => field.id);
  const short = shortFields(draft, entity);
  const given = fieldId(view.entity, view.field);
  const find = (...types: readonly Field["type"][]) =>
    entity.fields.find(
      (field) => field.id === given && (types.includes(field.type) || field.type === "computed"),
    )?.id ?? entity.fields.find(({ type }) => types.includes(type))?.id;
  switch (kind) {
    case "list": {
      const usual = view.entity.noun?.views.find((each) => each.kind === kind)?.fields[0];
      const field = fieldId(view.entity, view.field ?? usual);
      return {
        ...common,
        kind,
        fields: withText(entity, short),
        ...(field && { sort: { field, descending: view.descending ?? isMoment(entity, field) } }),
      };
    }
    case "print":
      return { ...common, kind, fields: short };
    case "detail":
      return { ...common, kind, fields: all };
    case "table":
      return {
        ...common,
        kind,
        fields: short,
        sums: entity.fields
          .filter(({ id, type }) => SUMS.has(type) && short.includes(id))
          .map((field) => field.id)
          .slice(0, 8),
      };
    case "board": {
      const group = find("choice");
      return group ? { ...common, kind, group, fields: short.filter((field) => field !== group) } : null;
    }
    case "calendar": {
      const date = find("date", "date_time") ?? computedDate(entity);
      return date ? { ...common, kind, date } : null;
    }
    case "gallery": {
      const image = find("image");
      return image ? { ...common, kind, image, fields: short.filter((field) => field !== image) } : null;
    }
    case "chart": {
      const group =
        given && entity.fields.some((field) => field.id === given && GROUPS.has(field.type))
          ? given
          : find("choice", "date", "date_time", "boolean", "reference", "created_at");
      const wanted = entity.fields.find((field) => field.id === fieldId(view.entity, view.measure));
      const measure = wanted && [...NUMBERS, "computed"].includes(wanted.type) ? wanted : undefined;
      const isDate = DATES.includes(entity.fields.find((field) => field.id === group)?.type ?? "text");
      const shape = view.shape ?? (isDate ? "line" : "bar");
      return group
        ? {
            ...common,
            kind,
            shape,
            group,
            ...(measure && { measure: measure.id }),
            ...(measure && shape !== "pie" && isAveraged(measure, view, shape) && { op: "average" as const }),
            ...(isDate && isMonthly(view) && { period: "month" as const }),
          }
        : null;
    }
    case "stats":
      return { ...common, kind, tiles: tilesOf(entity) };
  }
}

const isMonthly = ({ monthly, entity }: DraftView) => monthly || entity.monthly;

const MONTH: Readonly<Record<Locale, string>> = { en: "Month", de: "Monat", fr: "Mois", es: "Mes" };

/** Whether a field says when something was: a list by it begins with the newest. What is due begins with the nearest. */
function isMoment({ fields }: Entity, id: string): boolean {
  return id === "date" || fields.find((field) => field.id === id)?.type === "created_at";
}

/** "Chart by date": the name of a further view of its kind. */
function goingBy(locale: Locale, name: string, field: string): string {
  const by: Readonly<Record<Locale, string>> = { en: "by", de: "nach", fr: "par", es: "por" };
  return `${name} ${by[locale]} ${inSentence(field, locale)}`.slice(0, 60);
}

const LEVELS = new Set<Field["type"]>(["rating", "percent"]);

/**
 * Whether several values of a chart's measure are averaged, as two weighings of a day: ratings and percentages always;
 * in a course over time also other numbers, but for those that the kind of record adds up, such as kilometres of runs.
 */
function isAveraged({ type }: Field, { entity, measure }: DraftView, shape: string): boolean {
  if (LEVELS.has(type)) return true;
  if (shape !== "line" || SUMS.has(type) || type === "computed") return false;
  const { noun } = entity;
  const isAdded = noun?.behaviours.some(
    ({ kind, fields }) => kind === "totals" && fields.includes(measure ?? ""),
  );
  // Of a kind of record that is not known, whole numbers are counted things.
  return noun ? !isAdded : type === "decimal";
}

const SUMS = new Set<Field["type"]>(["money", "duration"]);
const GROUPS = new Set<Field["type"]>(["choice", "boolean", "reference", "date", "date_time", "created_at"]);

function computedDate(entity: Entity): string | undefined {
  return entity.fields.find(({ formula }) => formula?.op === "add_days" || formula?.op === "latest")?.id;
}

function nameOf({ locale, entities }: Draft, { kind, entity }: DraftView): string {
  if (kind === "list") return entity.plural;
  const word =
    kind === "detail"
      ? entity.name
      : label(VIEW_WORDS.find(({ key }) => key === kind)?.words[locale][0] ?? kind);
  return entity === entities[0] || kind === "detail" ? word : `${entity.plural}: ${word}`.slice(0, 60);
}

/** Fields that a badge beside the name shows. */
const BADGES = new Set(["favorite"]);

/** What is a text, such as a post, begins with it in a list. */
function withText({ fields, display }: Entity, short: readonly string[]): string[] {
  const text = fields.find(({ id, type }) => id === "text" && type === "long_text");
  return text ? [display, text.id, ...short.filter((id) => id !== display)] : [...short];
}

/** The name of a record and the details that fit into a line: those that were asked for, and the next few. */
function shortFields({ asked }: Draft, { id: entity, fields, display }: Entity): string[] {
  const rest = fields
    .filter(
      ({ id, type, reference }) => id !== display && !WIDE.has(type) && !reference?.owned && !BADGES.has(id),
    )
    .map(({ id }) => id);
  const named = rest.filter((id) => asked.has(`entities.${entity}.${id}`)).slice(0, 6);
  const shown = new Set([
    ...named,
    ...rest.filter((id) => !named.includes(id)).slice(0, Math.max(0, 4 - named.length)),
  ]);
  return [display, ...rest.filter((id) => shown.has(id))];
}

function tilesOf(entity: Entity): [Tile, ...Tile[]] {
  const sums = entity.fields.filter(
    ({ type }) => type === "money" || type === "duration" || type === "integer",
  );
  return [
    { name: entity.plural, op: "count" },
    ...sums.slice(0, 3).map(({ id, name }): Tile => ({ name, op: "sum", field: id })),
  ];
}
