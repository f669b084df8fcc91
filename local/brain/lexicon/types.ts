import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { FieldType } from "#core/factory/specification/field.ts";
import type { Operand } from "#core/factory/specification/formula.ts";
import type { Locale } from "#core/factory/specification/specification.ts";
import type { View } from "#core/factory/specification/view.ts";

/** The words for one meaning, by language. The first is the label that an app shows, the others are synonyms. */
export type Words = Readonly<Record<Locale, readonly [string, ...string[]]>>;

/** One text in each language. */
export type Text = Readonly<Record<Locale, string>>;

/** A meaning that a request can name, such as a view or a behaviour. */
export interface Term {
  readonly key: string;
  readonly words: Words;
}

/** The options of a choice. */
export interface OptionSet {
  readonly key: string;
  readonly options: readonly LexiconOption[];
}

interface LexiconOption extends Text {
  readonly id: string;
  /** Whether a record with this option is finished. */
  readonly done?: true;
}

/** A detail that records of many kinds have. */
export interface FieldWord extends Term {
  readonly type: FieldType;
  /** Key of the {@link OptionSet} of a choice. */
  readonly options?: string;
  /** Key of the unit of a number. */
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly default?: string | number | boolean;
  readonly formula?: FieldFormula;
}

/**
 * The formula of a computed field; its operands are keys of field words of the same noun. An aggregate reads the
 * records of `noun` that refer to the record.
 */
export type FieldFormula =
  | {
      readonly op: "add" | "subtract" | "multiply" | "divide" | "add_days" | "days_between";
      readonly left: Operand;
      readonly right: Operand;
    }
  | { readonly op: "count"; readonly noun: string }
  | {
      readonly op: "sum" | "average" | "minimum" | "maximum" | "latest";
      readonly noun: string;
      readonly field: string;
    };

/** A kind of record. Its words are singular, plural, then the singulars and plurals of its synonyms. */
export interface Noun extends Term {
  readonly domain: string;
  /** The default fields. The first names a record. */
  readonly fields: readonly [NounField, ...NounField[]];
  /** Keys of the nouns that an app with this noun has as well, such as the ingredients of a recipe. */
  readonly brings: readonly string[];
  readonly views: readonly NounView[];
  readonly behaviours: readonly NounBehaviour[];
}

export interface NounField {
  /** Key of the {@link FieldWord}; of a reference without a field word, key of the noun that it names. */
  readonly key: string;
  readonly required: boolean;
  /** Instead of the type of the field word. */
  readonly type?: FieldType;
  /** Instead of the default of the field word. */
  readonly default?: string;
  /** Instead of the option set of the field word. */
  readonly options?: string;
  /**
   * A reference to the records of another noun. In an app without that noun, a reference is a text field, and an owned
   * one is left out.
   */
  readonly reference?: { readonly noun: string; readonly many: boolean; readonly owned: boolean };
}

/**
 * A view that a noun has by default. `fields` are keys of its fields: of a board the choice that it groups by, of a
 * calendar the date, of a gallery the image, of a chart the group and (unless it counts records) the measure, of a table
 * the fields to add up. `monthly`: a chart over dates goes by month.
 */
export interface NounView {
  readonly kind: View["kind"];
  readonly fields: readonly string[];
  readonly shape?: "bar" | "line" | "pie";
  readonly monthly?: boolean;
}

/**
 * A behaviour that a noun has by default. `fields` are keys of its fields: of low_stock the number and the limit, of a
 * recurrence the date and the number of days, of due the date and the field (boolean or choice) that tells that a record
 * is done. `days` are those before a reminder.
 */
export interface NounBehaviour {
  readonly kind: Behaviour["kind"];
  readonly fields: readonly string[];
  readonly days?: number;
}
