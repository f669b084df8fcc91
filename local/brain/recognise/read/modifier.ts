import type { Locale } from "#core/factory/specification/specification.ts";
import { SUBJECTS } from "#local/brain/lexicon/words/subjects.ts";
import { askBehaviour, askView } from "./ask-part.ts";
import { detailOf } from "./details.ts";
import { addField, type DraftEntity } from "./draft.ts";
import { isFunctional } from "./functional.ts";
import { hasRole, type Piece, senseOf } from "./pieces.ts";
import { WHY } from "./reasons.ts";
import { readDark } from "./scheme.ts";
import { context, type Disposition, met, now, refused, type State, settle } from "./state.ts";

/** A word before the noun: a detail or a behaviour that the noun has, or part of the app's name. */
export function modify(state: State, piece: Piece, entity: DraftEntity, after = false): void {
  const field = senseOf(piece, "field")?.field ?? senseOf(piece, "noun")?.noun;
  const detail = (field && detailOf(entity, field.key)) ?? sameStem(piece, entity);
  const word = senseOf(piece, "field")?.field;
  const added = detail ?? (after && word ? addField(state.draft, entity, word) : undefined);
  if (added) {
    state.last = { is: "field", field: added, entity };
    settle(state, piece, met(`entities.${entity.id}.${added.field.id}`));
    return;
  }
  const behaviour = senseOf(piece, "behaviour");
  if (behaviour) {
    const part = askBehaviour(state, behaviour.kind, entity, [], piece.text);
    if (part) {
      settle(state, piece, met(part));
      return;
    }
  }
  const view = senseOf(piece, "view");
  if (view && !senseOf(piece, "noun") && !senseOf(piece, "container")) {
    settle(state, piece, met(askView(state, view.kind, entity)));
    return;
  }
  if (!readDark(state, piece)) settle(state, piece, qualifierOf(state, piece));
}

/** What becomes of a word that names no part: it says whom or what the app is for, or nothing can meet it. */
function qualifierOf(state: State, piece: Piece): Disposition {
  const why = WHY[state.draft.locale];
  const beyond = senseOf(piece, "beyond");
  if (beyond) return refused(beyond.reason);
  if (/^\d/.test(piece.text)) return refused(why.number);
  if (senseOf(piece, "unbuildable") && !senseOf(piece, "noun") && !senseOf(piece, "field"))
    return refused(why.records);
  const { tokens } = now(state);
  const [before, first] = [tokens[(piece.tokens[0] ?? 0) - 2], tokens[(piece.tokens[0] ?? 0) - 1]];
  if ((first?.text === "-" ? before : first)?.kind === "number") return refused(why.number);
  const isHalf = [first, tokens[(piece.tokens.at(-1) ?? 0) + 1]].some((token) => token?.text === "-");
  if (senseOf(piece, "context") || (piece.senses.length > 0 && hasRole(piece, "filler", "of")))
    return context;
  const named = piece.senses.length > 0 ? !isHalf : isSubject(state, piece, isHalf);
  if (!named) return refused(why.unknown);
  return state.draft.name === null ? met("name") : context;
}

/** Whether a word only tells which records are kept, so that the name of the app says it: "vintage cameras", "poker nights". */
function isSubject(state: State, { text, tokens: [at = 0] }: Piece, isHalf: boolean): boolean {
  const { locale } = state.draft;
  const isName = locale !== "de" && at > 0 && /^\p{Lu}\p{Ll}/u.test(text);
  const word = text.toLowerCase();
  const isNoun = locale === "de" && /^\p{Lu}/u.test(text);
  const tellsHow = isFunctional(word) || (!isNoun && TELLS_HOW[locale].test(word));
  return isName || SUBJECTS[locale].has(word) || !(isHalf || tellsHow);
}

/** Words that tell how something is or works, not what it is about: by their endings, or where many nouns share those, by their stems. */
const TELLS_HOW: Readonly<Record<Locale, RegExp>> = {
  en: /(?:\p{L}{2}[^e]ed|able|ible|[^l]ive|less|ful|like|proof|ous|graphic|ly)$/u,
  de: /(?:(?:te|ente|ante|bare|ive|ierte|ierende|ende|ische|yme|ige|fähige|fertige)[nrms]?|bar|iv|fähig|smarte?[nrms]?)$/,
  fr: /^(?:partag|chiffr|anim|synchronis|automatis|connect|intelligent|interacti|collaborati|anonyme|multi|sécuris)/,
  es: /^(?:compartid|cifrad|animad|sincronizad|automatizad|conectad|inteligent|interactiv|colaborativ|anónim|multi|segur)/,
};

/** "Watering" belongs to the details "last watered" and "water every", "key" to the "musical key". */
export function sameStem({ text }: Pick<Piece, "text">, { noun, fields }: DraftEntity) {
  const stem = text.toLowerCase().slice(0, 5);
  const isSame = (word: string) =>
    stem.length === 5 ? word.startsWith(stem) : word.length > 2 && word === stem;
  return noun
    ? fields.find(({ field, key }) => `${field.name} ${key}`.toLowerCase().split(/[\s_]/).some(isSame))
    : undefined;
}
