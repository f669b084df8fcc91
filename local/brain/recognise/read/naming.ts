import type { Locale } from "#core/factory/specification/specification.ts";
import { nounOf } from "#local/brain/lexicon/lexicon.ts";
import type { Noun } from "#local/brain/lexicon/types.ts";
import type { Offer } from "#local/brain/lexicon/words/offers.ts";
import type { Chunk } from "./chunk.ts";
import { areTools } from "./chunk-order.ts";
import { servedBy } from "./companion.ts";
import { applyContainers, onlyContainers, STANDS_FOR, split } from "./containers.ts";
import { isForWhom, readForWhom } from "./context.ts";
import type { Sense } from "./dictionary.ts";
import { addNoun, addUnknown, type DraftEntity } from "./draft.ts";
import { isFunctional } from "./functional.ts";
import { isHeadFirst } from "./language.ts";
import { modify } from "./modifier.ts";
import { nameAs } from "./own-words.ts";
import { isPhrase } from "./phrase.ts";
import { hasRole, type Piece, senseOf } from "./pieces.ts";
import { isPlural } from "./plural.ts";
import { WHY } from "./reasons.ts";
import { fitsBeside, relate } from "./relate.ts";
import { asked, met, now, refused, type State, settle } from "./state.ts";
import { textOf } from "./text-of.ts";

/** Reads the words that name the records, and those for the app itself. */
export function readPhrase(state: State, chunk: Chunk, open: readonly Piece[]): void {
  const { draft } = state;
  const { containers, rest } = split(state, open);
  if (rest.length === 0) {
    onlyContainers(state, containers);
    return;
  }
  // "An offline diary": the app says what it keeps, and the rest what it does.
  if (
    rest.every((piece) => senseOf(piece, "behaviour") && !senseOf(piece, "noun")) &&
    containers.some(standsFor)
  ) {
    onlyContainers(state, containers);
    for (const piece of rest) if (state.current) modify(state, piece, state.current);
    return;
  }
  const head = possessed(open, rest, draft.locale) ?? headOf(rest, draft.locale);
  const offer = offerIn(rest);
  const accepted = offer?.noun && state.accepted.has(offer.noun) ? nounOf(offer.noun) : undefined;
  const noun =
    accepted ??
    homonymOf(head, [...rest, ...containers]) ??
    homonymOfDetails(state, head) ??
    servedBy(state, head, senseOf(head, "noun")?.noun) ??
    entryOf(head, [...state.heldContainers, ...containers]) ??
    costs(head, rest);
  const several = noun !== undefined && isPlural(head, noun, draft.locale);
  const moves = rest.some((piece) => senseOf(piece, "unbuildable")?.whole);
  const odd = noun ? senseOf(head, "unbuildable") : rest.some((piece) => senseOf(piece, "unbuildable"));
  const generic = containers.every((piece) => GENERIC.has(senseOf(piece, "container")?.key ?? ""));
  if (generic && !accepted && (moves || (odd && !several))) {
    refuseHead(state, open, offer);
    return;
  }
  if (!several && isForWhom(chunk, head, rest, containers)) {
    readForWhom(state, rest, containers);
    return;
  }
  const before = draft.entities.length;
  const entity = noun ? addNoun(draft, noun) : unknownEntity(state, rest, containers);
  if (!entity) return;
  if (draft.entities.length > before) nameAs(entity, head.text, now(state).locale);
  state.current = entity;
  state.last = { is: "entity", entity };
  // The name of a product is no title of an app that stands for it.
  if (!accepted)
    draft.title ??= textOf(state, [...rest.filter(({ text }) => !/^\d+$/.test(text)), ...containers]);
  settle(state, noun ? head : rest, met(`entities.${entity.id}`));
  modifyAll(state, open, rest, head, entity);
  applyContainers(state, containers, entity);
}

const standsFor = (piece: Piece) => STANDS_FOR.has(senseOf(piece, "container")?.key ?? "");

/** "Vaccinations of my kids" is about vaccinations. */
function possessed(open: readonly Piece[], rest: readonly Piece[], locale: Locale): Piece | undefined {
  const of = open.findIndex((piece) => hasRole(piece, "of"));
  if (of < 1 || isHeadFirst(locale)) return undefined;
  return open.slice(0, of).findLast((piece) => rest.includes(piece) && senseOf(piece, "noun"));
}

/** What the other words say of the head: details, behaviours, or several records that it belongs to. */
function modifyAll(
  state: State,
  open: readonly Piece[],
  rest: readonly Piece[],
  head: Piece,
  entity: DraftEntity,
): void {
  const first = isHeadFirst(state.draft.locale);
  rest.forEach((piece, at) => {
    if (piece === head) return;
    const of = open[open.indexOf(piece) - 1];
    const owner = senseOf(piece, "noun")?.noun;
    if (of && hasRole(of, "of") && owner && isPlural(piece, owner, state.draft.locale) && entity.noun) {
      const added = addNoun(state.draft, owner);
      relate(state.draft, entity, added);
      settle(state, piece, met(`entities.${added.id}`));
      return;
    }
    const adjacent = rest[at - 1]?.tokens.at(-1) === (piece.tokens[0] ?? 0) - 1;
    modify(state, piece, entity, !first && adjacent && at > rest.indexOf(head));
  });
}

/** "Weight tracker" is about entries of weights, "mood journal" about those of a journal. */
function entryOf(head: Piece, containers: readonly Piece[]): Noun | undefined {
  const field = senseOf(head, "field")?.field;
  const key = containers.map((piece) => STANDS_FOR.get(senseOf(piece, "container")?.key ?? "")).find(Boolean);
  return field && containers.length > 0 ? (nounOf(`${field.key}_entry`) ?? nounOf(key ?? "")) : undefined;
}

/** The "notes de mes élèves" are grades: another meaning of the head whose records belong to what stands beside it. */
function homonymOf(head: Piece, rest: readonly Piece[]): Noun | undefined {
  const other = senseOf(head, "homonym")?.noun;
  const beside = rest.filter((piece) => piece !== head);
  const nouns = beside.flatMap((piece) => senseOf(piece, "noun")?.noun ?? []);
  return other && (fitsBeside(other, nouns) || (other.key === "loaned_item" && beside.some(areTools)))
    ? other
    : undefined;
}

/** "Jobs: customer, address": another meaning of the head, whose details the message names more of. */
function homonymOfDetails({ named }: State, head: Piece): Noun | undefined {
  const [noun, other] = [senseOf(head, "noun")?.noun, senseOf(head, "homonym")?.noun];
  const countOf = ({ fields }: Noun) => fields.filter(({ key }) => named.has(key)).length;
  if (!noun || !other || countOf(other) <= countOf(noun)) return undefined;
  const owner = ownerOf(other);
  const isAlone = countOf(noun) === 0 && !owner?.owned;
  return isAlone || named.has(owner?.noun ?? "") ? other : undefined;
}

/** The kind of record that one of another kind belongs to: the customer of a job. */
const ownerOf = ({ fields }: Noun) => fields.find(({ reference }) => reference)?.reference;

/** "Futterkosten" are expenses: costs of some kind, in one word. */
function costs(head: Piece, rest: readonly Piece[]): Noun | undefined {
  const isKind = rest.some((piece) => piece !== head && piece.tokens.join() === head.tokens.join());
  return isKind && senseOf(head, "field")?.field.key === "cost" ? nounOf("expense") : undefined;
}

const NAMING = new Set<Sense["is"]>(["noun", "field", "behaviour", "view", "container", "beyond"]);

/** The noun that the others describe; "plant watering" is about plants. */
function headOf(rest: readonly Piece[], locale: Locale): Piece {
  const [last, before] = [rest.at(-1) as Piece, rest.at(-2)];
  if (isHeadFirst(locale)) return rest[0] as Piece;
  // "Books zorbled": a noun that describes another one is in the singular.
  const plural = senseOf(before, "noun")?.noun;
  if (locale === "en" && before && plural && last.senses.length === 0 && isPlural(before, plural, locale))
    return before;
  // German compounds are one word: in "Gästeliste Hochzeit", the second word says what for.
  // "Rechnungen schreiben": a verb is written small, the noun "Schreiben" is not.
  const isVerb = locale === "de" && /^\p{Ll}/u.test(last.text) && /^\p{Lu}/u.test(before?.text ?? "");
  if (isVerb && before && senseOf(before, "noun")) return before;
  const apart = locale === "de" && !last.senses.some(({ is }) => NAMING.has(is));
  if (apart && before && senseOf(before, "noun")) return before;
  const verb =
    /ing$/i.test(last.text) || (last.senses.length === 0 && /^\p{Ll}.*(en|ern|eln)$/u.test(last.text));
  const part = verb || senseOf(last, "field") || senseOf(last, "behaviour");
  const named =
    senseOf(last, "behaviour") && rest.findLast((piece) => senseOf(piece, "noun") ?? senseOf(piece, "field"));
  if (named && !senseOf(last, "noun")) return named;
  return before && part && !senseOf(last, "noun") && senseOf(before, "noun") ? before : last;
}

/** Containers that say nothing about records: "calculator app". */
const GENERIC = new Set(["app", "tool", "site", "system", "form", "place"]);

/** What can be offered instead of a thing that cannot be built. */
function offerIn(rest: readonly Piece[]): Offer | undefined {
  return rest.map((piece) => senseOf(piece, "unbuildable")?.offer).find(Boolean);
}

function refuseHead(state: State, pieces: readonly Piece[], offer: Offer | undefined): void {
  const what = textOf(state, pieces);
  state.unbuildable ??= what;
  if (offer?.noun) state.missing = { id: "offer", what, offer };
  settle(
    state,
    pieces,
    offer?.noun
      ? asked("offer")
      : refused(offer?.reason[state.draft.locale] ?? WHY[state.draft.locale].records),
  );
}

/**
 * The singular and the plural of an unknown noun, in whichever the person named it: regular in English; other languages
 * keep the word, as theirs cannot be told.
 */
function formsOf(words: string, locale: Locale): readonly [string, string] {
  if (locale !== "en") return [words, words];
  const irregular = IRREGULAR.find(([, several]) => new RegExp(`\\b${several}$`, "i").test(words));
  if (irregular) return [words.slice(0, -irregular[1].length) + irregular[0], words];
  if (/[^aeiou]ies$/i.test(words)) return [words.replace(/ies$/i, "y"), words];
  if (/(x|ch|sh|ss|zz|[^aeiou]o)es$/i.test(words)) return [words.slice(0, -2), words];
  if (/[^siu]s$/i.test(words)) return [words.slice(0, -1), words];
  const known = IRREGULAR.find(([one]) => new RegExp(`\\b${one}$`, "i").test(words));
  if (known) return [words, words.slice(0, -known[0].length) + known[1]];
  if (/[^aeiou]y$/i.test(words)) return [words, words.replace(/y$/i, "ies")];
  return [words, /(s|x|ch|sh|z|[^aeiou]o)$/i.test(words) ? `${words}es` : `${words}s`];
}

const IRREGULAR: readonly (readonly [string, string])[] = [
  ["mouse", "mice"],
  ["goose", "geese"],
  ["foot", "feet"],
  ["tooth", "teeth"],
  ["man", "men"],
  ["child", "children"],
  ["wolf", "wolves"],
  ["leaf", "leaves"],
  ["knife", "knives"],
];

/** Whether unknown words can name what is kept, so that only its details are missing: not a "route solver" or a "dice game". */
function isKept(state: State, rest: readonly Piece[]): boolean {
  const { locale } = state.draft;
  const head = isHeadFirst(locale) ? rest[0] : rest.at(-1);
  const words = rest.every(
    (piece) =>
      piece.senses.length === 0 ||
      piece.senses.some(({ is }) => is === "noun" || is === "field" || is === "context"),
  );
  return (
    words &&
    isPhrase(state, rest) &&
    !rest.some(
      (piece) => isFunctional(piece.text) || senseOf(piece, "beyond") || senseOf(piece, "unbuildable"),
    ) &&
    SEVERAL[locale].test(head?.text ?? "") &&
    !MACHINE[locale].test(head?.text ?? "")
  );
}

/** Endings of words for machines and games. */
const MACHINE: Readonly<Record<Locale, RegExp>> = {
  en: /(?:ers|ors|games|bots|engines|machines|ss|us)$/i,
  de: /(?:rechner|ator|spiele?|maschinen?|roboter|er)$/i,
  fr: /(?:eurs|euses|jeux)$/i,
  es: /(?:dores|doras|juegos)$/i,
};

/** A noun that could be kept: several things, or in German any with its capital. */
const SEVERAL: Readonly<Record<Locale, RegExp>> = {
  en: /^\p{L}{3,}s$/u,
  de: /^\p{Lu}\p{L}{4,}$/u,
  fr: /^\p{L}{3,}[sx]$/u,
  es: /^\p{L}{3,}s$/u,
};

/** An entity for a noun that the lexicon does not know; null if no app was asked for. */
function unknownEntity(
  state: State,
  rest: readonly Piece[],
  containers: readonly Piece[],
): DraftEntity | null {
  if (containers.length > 0 || state.heldContainers.length > 0 || isKept(state, rest)) state.wanted = true;
  if (!state.wanted || rest.every((piece) => now(state).dispositions[piece.tokens[0] ?? 0])) return null;
  const part = rest.length === 1 && rest[0]?.text !== textOf(state, rest) && rest[0]?.senses.length === 0;
  const words = part ? (rest[0]?.text ?? "") : textOf(state, rest);
  if (!isPhrase(state, rest)) return null;
  if (words.length < 2 || words.length > 40 || rest.length > 4) return null;
  const [singular, plural] = formsOf(words, state.draft.locale);
  const entity = addUnknown(state.draft, singular, plural);
  state.missing = { id: "details", noun: singular, entity };
  return entity;
}
