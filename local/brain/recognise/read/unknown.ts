import { partIdOf } from "#core/factory/specification/names.ts";
import { fieldWordOf } from "#local/brain/lexicon/lexicon.ts";
import { askView } from "./ask-part.ts";
import { addDetail, detailOf, isDetailName, OWN_TYPES, typeFor } from "./details.ts";
import { addText, addUnknown, type DraftEntity, type DraftField, label } from "./draft.ts";
import { isFunctional } from "./functional.ts";
import { isHeadFirst } from "./language.ts";
import { sameStem } from "./modifier.ts";
import { isPhrase } from "./phrase.ts";
import { type Piece, senseOf } from "./pieces.ts";
import { WHY } from "./reasons.ts";
import type { Position } from "./record.ts";
import { relate } from "./relate.ts";
import { askedIn, met, refused, type State, settle } from "./state.ts";
import { textOf } from "./text-of.ts";
import { DATES } from "./views.ts";

/** Reads a wish with words that the lexicon does not know: a detail where details are listed, or nothing that can be built. */
export function readUnknown(
  state: State,
  words: readonly Piece[],
  entity: DraftEntity,
  { details, plain, several }: Position,
): void {
  if (readMonthly(state, words, entity)) return;
  const name = isPhrase(state, words) ? textOf(state, words) : words.map(({ text }) => text).join(" ");
  if (readOptions(state, words, entity)) return;
  const measured = words.length > 1 ? undefined : measuredIn(entity, name);
  if (measured) {
    state.last = { is: "field", field: measured, entity };
    settle(state, words, met(`entities.${entity.id}.${measured.field.id}`));
    return;
  }
  // "Paid back" is what "paid" says of a debt.
  const box = words.length === 2 && detailOf(entity, senseOf(words[0], "field")?.field.key ?? "");
  if (box && box.field.type === "boolean" && entity.noun) {
    settle(state, words, met(`entities.${entity.id}.${box.field.id}`));
    return;
  }
  const same = words.length === 1 && words[0] && sameStem(words[0], entity);
  if (same) {
    settle(state, words, met(`entities.${entity.id}.${same.field.id}`));
    return;
  }
  if (several && readSeveral(state, words, entity, name)) return;
  if ((details || (plain && isNounLike(state, words))) && words.length <= 4 && isDetailName(name)) {
    const field = usualFor(state, entity, name) ?? addDetail(state.draft, entity, name);
    state.last = { is: "field", field, entity };
    settle(state, words, met(`entities.${entity.id}.${field.field.id}`));
    return;
  }
  if (readQualifiedDetail(state, words, entity, name) || readMoment(state, words, entity)) return;
  settle(state, words, refused(WHY[state.draft.locale].unknown));
}

/** "A monthly chart": its months, where the records have dates. */
function readMonthly(state: State, words: readonly Piece[], entity: DraftEntity): boolean {
  const chart = words.find((piece) => senseOf(piece, "view")?.kind === "chart");
  const isMonthly = words.every((piece) => piece === chart || MONTHLY.test(piece.text));
  if (!chart || words.length !== 2 || !isMonthly) return false;
  const date = entity.fields.find(({ field }) => DATES.includes(field.type));
  const path = askView(state, "chart", entity, fieldWordOf(date?.key ?? "created_at"), chart.text);
  entity.monthly = true;
  settle(state, words, met(path));
  return true;
}

const MONTHLY = /^(monthly|monatlich\p{L}*|mensuel(le)?s?|mensual(es)?)$/iu;

/** Whether words in a list of details can name one of them, and no function of an app. */
function isNounLike(state: State, words: readonly Piece[]): boolean {
  return (
    isPhrase(state, words) &&
    !words.some(
      (piece) =>
        isFunctional(piece.text) ||
        senseOf(piece, "beyond") ||
        senseOf(piece, "behaviour") ||
        senseOf(piece, "view") ||
        senseOf(piece, "product"),
    )
  );
}

/** "Morning, noon, evening": what can be chosen for a detail of the record anyway. */
function readOptions(state: State, words: readonly Piece[], entity: DraftEntity): boolean {
  const names = words.map(({ text }) => text.toLowerCase());
  const choice = entity.fields.find(({ field: { options = [] } }) =>
    names.every((name) => options.some((option) => option.name.toLowerCase() === name)),
  );
  if (!choice) return false;
  settle(state, words, met(`entities.${entity.id}.${choice.field.id}`));
  return true;
}

/** "Date, km, minutes": a unit alone names the detail that is measured in it. */
function measuredIn({ fields }: DraftEntity, unit: string) {
  const isTime = /^(min|mins|minutes?|minuten|minutos|hours?|hrs?|stunden|heures?|horas?)$/i.test(unit);
  return fields.find(
    ({ field }) => field.unit?.toLowerCase() === unit.toLowerCase() || (isTime && field.type === "duration"),
  );
}

/** "Each kiln has several firings": records of their own, each with what it belongs to, whatever they are. */
function readSeveral(state: State, words: readonly Piece[], owner: DraftEntity, name: string): boolean {
  const { draft } = state;
  if (words.length > 3 || !words.every(({ senses }) => senses.length === 0) || !isDetailName(name))
    return false;
  const singular = draft.locale === "en" ? name.replace(/(?<=[^s])s$/, "") : name;
  const added = addUnknown(draft, singular, name);
  relate(draft, added, owner);
  state.missing = { id: "details", noun: singular, entity: added };
  state.last = { is: "entity", entity: added };
  settle(state, words, met(`entities.${added.id}`));
  return true;
}

/** "Amount asked", "recording date": the amount or the date that the record has anyway, if nothing else names it. */
function usualFor(state: State, entity: DraftEntity, name: string): DraftField | undefined {
  const words = name.toLowerCase().split(/\s+/);
  const type = typeFor(name);
  const asked = askedIn(state);
  const usual = entity.noun?.fields.map(({ key }) => detailOf(entity, key));
  const there = usual?.find(
    (each) =>
      each?.field.type === type &&
      QUALIFIED.has(type) &&
      !asked.has(`entities.${entity.id}.${each.field.id}`) &&
      each.field.name
        .toLowerCase()
        .split(/\s+/)
        .every((word) => words.includes(word)),
  );
  if (!there) return undefined;
  const taken = new Set(entity.fields.map(({ field }) => field.id));
  there.field = { ...there.field, id: partIdOf(name, "detail", taken), name: label(name) };
  return there;
}

const QUALIFIED: ReadonlySet<string> = new Set(["money", "date", "integer", "decimal", "duration"]);

/** "Mileage when fitted", "weight at birth": a detail at some moment is one of its own. */
function readMoment(state: State, words: readonly Piece[], entity: DraftEntity): boolean {
  const [head, ...rest] = words;
  const type = senseOf(head, "field")?.field.type;
  const name = textOf(state, words);
  if (!type || !OWN_TYPES.has(type) || rest.length !== 1 || name.length > 40 || !AT.test(name)) return false;
  const owner = state.last?.is === "field" ? state.last.entity : entity;
  const field = addText(state.draft, owner, name, type);
  state.last = { is: "field", field, entity: owner };
  settle(state, words, met(`entities.${owner.id}.${field.field.id}`));
  return true;
}

const AT = /\s(when|at|before|after|beim?|vor|nach|à|avant|après|al|antes de|después de)\s/iu;

/** "Selling price" is a price of its own. */
function readQualifiedDetail(
  state: State,
  words: readonly Piece[],
  entity: DraftEntity,
  name: string,
): boolean {
  const romance = isHeadFirst(state.draft.locale);
  const head = romance ? words[0] : words.at(-1);
  const type = senseOf(head, "field")?.field.type;
  const others = words.filter((piece) => piece !== head);
  const plain = others.every(
    ({ senses }) => senses.length === 0 || senses.every(({ is }) => is === "role" || is === "field"),
  );
  if (
    !type ||
    !isPhrase(state, words) ||
    senseOf(head, "behaviour") ||
    senseOf(head, "view") ||
    words.length > 3 ||
    !plain ||
    name.length > 40
  )
    return false;
  const field = addText(state.draft, entity, name, OWN_TYPES.has(type) ? type : "text");
  state.last = { is: "field", field, entity };
  settle(state, words, met(`entities.${entity.id}.${field.field.id}`));
  return true;
}
