import type { Locale } from "#core/factory/specification/specification.ts";

/** A text of an app, or its forms for one and for any other `{count}`. `{name}` stands for a value that is filled in. */
export type Word = string | { readonly one: string; readonly other: string };

/** Words by key, in every language. Keys are camelCase and unique among all parts. */
export type Words = Readonly<Record<string, Readonly<Record<Locale, Word>>>>;

/** A sentence of a plan in every language. `{name}` stands for a value that is filled in. */
export type Sentences = Readonly<Record<string, Readonly<Record<Locale, string>>>>;
