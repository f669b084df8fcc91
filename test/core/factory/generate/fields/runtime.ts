import { FIELDS } from "#core/factory/generate/fields/fields.ts";
import { WORDS } from "#core/factory/generate/words/words.ts";
import type { FieldType } from "#core/factory/specification/field.ts";
import { LOCALES } from "#core/factory/specification/specification.ts";

const LIBRARY = new URL("../../../../../core/factory/generate/static/files/public/lib/", import.meta.url);

/** A field of the generated apps' library, as `lib/field.js` describes it. */
export interface RuntimeField {
  readonly empty: unknown;
  initial(app: RuntimeApp): unknown;
  accepts(value: unknown): boolean;
  check(value: unknown, app: RuntimeApp): string | null;
  format(value: unknown, app: RuntimeApp): string;
  compare(a: unknown, b: unknown, app: RuntimeApp): number;
  toText(value: unknown, app: RuntimeApp): string;
  fromText(text: string, app: RuntimeApp): unknown;
}

export interface RuntimeApp {
  readonly locale: string;
  readonly currency: string;
  readonly words: Readonly<Record<string, unknown>>;
  readonly entities: ReadonlyMap<string, unknown>;
  readonly records: unknown;
}

/** The functions of a file of the library. */
export async function library(path: string): Promise<Record<string, (...values: never[]) => unknown>> {
  return await import(new URL(path, LIBRARY).href);
}

/** The function of the library that makes a field of a type. */
export async function runtimeField(type: FieldType, options: object): Promise<RuntimeField> {
  const module = FIELDS.find((each) => each.type === type);
  if (!module) throw new TypeError(`no ${type}`);
  const file = await library(`fields/${type.replaceAll("_", "-")}.js`);
  return (file[module.factory] as (options: object) => RuntimeField)({
    id: "field",
    name: "Field",
    ...options,
  });
}

/** An app in each language. Its people are the records of `person`. */
export async function runtimeApps(): Promise<RuntimeApp[]> {
  const name = await runtimeField("text", { id: "name" });
  const people = ["Ana", "Ben", "Ben", "a, b", "2"].map((each, index) => ({
    id: String(index + 1),
    name: each,
  }));
  const all = (entity: string) => (entity === "person" ? people : []);
  return LOCALES.map((locale) => ({
    locale,
    currency: locale === "en" ? "JPY" : "EUR",
    words: Object.fromEntries(Object.entries(WORDS).map(([key, word]) => [key, word[locale]])),
    entities: new Map([["person", { id: "person", display: "name", fields: [name] }]]),
    records: { all, get: (entity: string, id: string) => all(entity).find((each) => each.id === id) },
  }));
}
