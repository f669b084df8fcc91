import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Locale } from "#core/factory/specification/specification.ts";
import type { View } from "#core/factory/specification/view.ts";
import type { ThemeId } from "#core/factory/themes/themes.ts";
import { FIELD_WORDS } from "#local/brain/lexicon/fields.ts";
import { nounOf } from "#local/brain/lexicon/lexicon.ts";
import { NOUNS } from "#local/brain/lexicon/nouns.ts";
import type { FieldWord, Noun, Words } from "#local/brain/lexicon/types.ts";
import { ARCHETYPES, type Archetype } from "#local/brain/lexicon/words/archetypes.ts";
import { BEHAVIOUR_WORDS, INHERENT } from "#local/brain/lexicon/words/behaviours.ts";
import { BEYOND } from "#local/brain/lexicon/words/beyond.ts";
import { COMPANIONS } from "#local/brain/lexicon/words/companions.ts";
import { CONTAINERS } from "#local/brain/lexicon/words/containers.ts";
import { CONTEXTS } from "#local/brain/lexicon/words/contexts.ts";
import { DEEDS, type Deed } from "#local/brain/lexicon/words/deeds.ts";
import { HOMONYMS } from "#local/brain/lexicon/words/homonyms.ts";
import { CUED_LOOKS, LOOKS } from "#local/brain/lexicon/words/looks.ts";
import { OFFERS, type Offer } from "#local/brain/lexicon/words/offers.ts";
import { VIEW_WORDS } from "#local/brain/lexicon/words/views.ts";
import { keysOf } from "#local/brain/recognise/words.ts";
import { type Role, rolesOf } from "./grammar.ts";
import { colorWords } from "./shades.ts";
import type { Token } from "./tokens.ts";
import { MACHINES, UNBUILDABLE } from "./unbuildable.ts";

/** A meaning of a phrase. */
export type Sense =
  | { readonly is: "noun"; readonly noun: Noun }
  /** Another kind of record that a noun names where the app keeps what it belongs to. */
  | { readonly is: "homonym"; readonly noun: Noun }
  | { readonly is: "field"; readonly field: FieldWord }
  | { readonly is: "view"; readonly kind: View["kind"] }
  | { readonly is: "behaviour"; readonly kind: Behaviour["kind"] }
  | { readonly is: "inherent"; readonly key: string }
  | { readonly is: "container"; readonly key: string; readonly view?: View["kind"] }
  | { readonly is: "beyond"; readonly key: string; readonly reason: string }
  | { readonly is: "product"; readonly product: Archetype }
  | { readonly is: "look"; readonly theme: ThemeId }
  /** `whole`: whatever it describes cannot be built either. */
  | { readonly is: "unbuildable"; readonly offer?: Offer; readonly whole?: true }
  /** `serves`: the kind of people whom a place serves. */
  | { readonly is: "context"; readonly serves?: Noun }
  /** A kind of record that an app of this name keeps beside another one. */
  | { readonly is: "companion"; readonly noun: Noun }
  | { readonly is: "deed"; readonly deed: Deed }
  | { readonly is: "color"; readonly hex: string }
  | { readonly is: "role"; readonly role: Role };

/** The senses of a phrase that starts at a token, and the number of tokens that it takes. */
interface Match {
  readonly length: number;
  readonly senses: readonly Sense[];
}

interface Entry {
  readonly keys: readonly string[];
  readonly senses: Sense[];
}

export interface Dictionary {
  /** The longest phrase that starts at a token; null if there is none. */
  at(tokens: readonly Token[], start: number): Match | null;
  /** The senses of a single word. */
  word(key: string): readonly Sense[];
  /** Whether a word belongs to the language itself and names something. */
  own(key: string): boolean;
  /** All single words of the language itself that name something. */
  readonly ownWords: readonly string[];
}

const DICTIONARIES = new Map<Locale, Dictionary>();

/** The words of a language; English ones are understood in every language, after its own. */
export function dictionaryOf(locale: Locale): Dictionary {
  const known = DICTIONARIES.get(locale);
  if (known) return known;
  const dictionary = build(locale);
  DICTIONARIES.set(locale, dictionary);
  return dictionary;
}

function build(locale: Locale): Dictionary {
  const entries = new Map<string, Entry>();
  let own: ReadonlySet<string> = new Set();
  const add = (phrase: string, sense: Sense) => {
    const keys = keysOf(phrase);
    const bare = keys.length > 0 ? keys : [phrase.toLowerCase()];
    const name = bare.join(" ");
    const entry = entries.get(name) ?? { keys: bare, senses: [] };
    entry.senses.push(sense);
    entries.set(name, entry);
  };
  addRoles(locale, add);
  addSenses(locale, add);
  own = new Set(entries.keys());
  if (locale !== "en") {
    addSenses("en", (phrase, sense) => {
      if (!own.has(keysOf(phrase).join(" "))) add(phrase, sense);
    });
  }
  return dictionaryFrom([...entries.values()], own);
}

type Add = (phrase: string, sense: Sense) => void;

function addRoles(locale: Locale, add: Add): void {
  for (const [phrase, role] of rolesOf(locale)) add(phrase, { is: "role", role });
}

function addSenses(locale: Locale, add: Add): void {
  const each = (words: Words, sense: Sense, fits: (word: string) => boolean = () => true) => {
    for (const word of words[locale]) if (fits(word)) add(word, sense);
  };
  for (const noun of NOUNS) each(noun.words, { is: "noun", noun });
  for (const { key, words } of HOMONYMS) {
    const noun = nounOf(key);
    if (noun) each(words, { is: "homonym", noun });
  }
  for (const field of FIELD_WORDS) each(field.words, { is: "field", field });
  for (const { key, words } of VIEW_WORDS) each(words, { is: "view", kind: key });
  for (const { key, words } of BEHAVIOUR_WORDS) each(words, { is: "behaviour", kind: key });
  for (const { key, words } of INHERENT) each(words, { is: "inherent", key });
  for (const { key, words, view } of CONTAINERS)
    each(words, { is: "container", key, ...(view && { view }) }, (word) => !/^to-?do/i.test(word));
  for (const { key, words, reason } of BEYOND) each(words, { is: "beyond", key, reason: reason[locale] });
  for (const { key, words } of CONTEXTS) {
    const serves = nounOf(key);
    each(words, { is: "context", ...(serves && { serves }) });
  }
  for (const { key, words } of COMPANIONS) {
    const noun = nounOf(key);
    if (noun) each(words, { is: "companion", noun });
  }
  for (const deed of DEEDS) each(deed.words, { is: "deed", deed });
  for (const offer of OFFERS) each(offer.words, { is: "unbuildable", offer });
  for (const phrase of UNBUILDABLE[locale]) add(phrase, { is: "unbuildable" });
  for (const phrase of MACHINES[locale]) add(phrase, { is: "unbuildable", whole: true });
  for (const [phrase, hex] of colorWords(locale)) add(phrase, { is: "color", hex });
  for (const product of ARCHETYPES) for (const name of product.names) add(name, { is: "product", product });
  for (const [name, theme] of LOOKS) add(name, { is: "look", theme });
  for (const [phrase, theme] of CUED_LOOKS) {
    add(phrase, { is: "look", theme });
    add(phrase, { is: "role", role: "style" });
  }
  add("X clone", { is: "look", theme: "stream" });
}

function dictionaryFrom(entries: readonly Entry[], own: ReadonlySet<string>): Dictionary {
  const byFirst = new Map<string, Entry[]>();
  for (const entry of entries)
    byFirst.set(entry.keys[0] ?? "", [...(byFirst.get(entry.keys[0] ?? "") ?? []), entry]);
  for (const list of byFirst.values()) list.sort((a, b) => b.keys.length - a.keys.length);
  const single = new Map(
    entries.filter(({ keys }) => keys.length === 1).map(({ keys, senses }) => [keys[0] ?? "", senses]),
  );
  return {
    at(tokens, start) {
      for (const { keys, senses } of byFirst.get(tokens[start]?.key ?? "") ?? []) {
        const length = lengthOf(tokens, start, keys);
        if (length > 0) return { length, senses };
      }
      return null;
    },
    word: (key) => single.get(key) ?? [],
    own: (key) => own.has(key) && names(single.get(key) ?? []),
    ownWords: [...single].filter(([key, senses]) => own.has(key) && names(senses)).map(([key]) => key),
  };
}

/** The number of tokens that a phrase takes, or 0; determiners inside it do not matter. */
function lengthOf(tokens: readonly Token[], start: number, keys: readonly string[]): number {
  let at = start;
  for (const key of keys) {
    while (
      at > start &&
      (tokens[at]?.skipped || /^[-/]$/.test(tokens[at]?.text ?? "")) &&
      tokens[at]?.key !== key
    )
      at += 1;
    if (tokens[at]?.key !== key) return 0;
    at += 1;
  }
  return at - start;
}

function names(senses: readonly Sense[]): boolean {
  return senses.some(({ is }) => is !== "role");
}
