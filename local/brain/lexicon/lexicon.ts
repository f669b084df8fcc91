import { FIELD_WORDS } from "./fields.ts";
import { NOUNS } from "./nouns.ts";
import { OPTION_SETS } from "./options.ts";
import type { FieldWord, Noun, OptionSet } from "./types.ts";

const NOUN_BY_KEY = byKey(NOUNS);
const FIELD_WORD_BY_KEY = byKey(FIELD_WORDS);
const OPTION_SET_BY_KEY = byKey(OPTION_SETS);

/** The noun with this key, or undefined. */
export function nounOf(key: string): Noun | undefined {
  return NOUN_BY_KEY.get(key);
}

/** The field word with this key, or undefined. */
export function fieldWordOf(key: string): FieldWord | undefined {
  return FIELD_WORD_BY_KEY.get(key);
}

/** The option set with this key, or undefined. */
export function optionSetOf(key: string): OptionSet | undefined {
  return OPTION_SET_BY_KEY.get(key);
}

function byKey<T extends { readonly key: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((each) => [each.key, each]));
}
