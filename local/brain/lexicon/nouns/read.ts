import type { FieldType } from "#core/factory/specification/field.ts";
import type { Locale } from "#core/factory/specification/specification.ts";
import { formsOf } from "#local/brain/lexicon/inflections.ts";
import { callOf, rowsOf, wordsFrom } from "#local/brain/lexicon/table.ts";
import type { Noun, NounBehaviour, NounField, NounView } from "#local/brain/lexicon/types.ts";

const VIEWS: ReadonlySet<string> = new Set(
  "list table board calendar gallery chart detail stats print".split(" "),
);
const SHAPES: ReadonlySet<string> = new Set(["bar", "line", "pie"]);

/**
 * Reads a table of nouns: `key | en | de | fr | es | fields | views and behaviours`.
 *
 * - Words: `plant~s` stands for singular and plural, `glass~es of water` and `person/people` too; a word without a
 *   plural stands for both.
 * - Fields: `name!` is required; `status(lead_status)` has its own options, `date:date_time` its own type, `date@today` a default; `customer->`
 *   refers to a customer, `guest->>` to several, `recipe=>` belongs to one; `home_team->team` is a reference with a
 *   field word as its label. `+ingredient` brings another noun into the app.
 * - Views and behaviours name fields: `board(status)`, `chart(date,weight,line)`, `reminder(due_date,3)`.
 */
export function nouns(domain: string, table: string): Noun[] {
  return rowsOf(table, 7).map((cells) => {
    const [key = "", en, de, fr, es, details = "", extras = ""] = cells;
    const parts = details.split(/\s+/);
    const calls = extras.split(/\s+/).filter(Boolean).map(callOf);
    return {
      key,
      domain,
      words: wordsFrom(
        [en, de, fr, es].map((cell) => cell ?? ""),
        numbersOf,
      ),
      fields: parts.filter((part) => !part.startsWith("+")).map(fieldOf) as unknown as Noun["fields"],
      brings: parts.filter((part) => part.startsWith("+")).map((part) => part.slice(1)),
      views: calls.filter(({ name }) => VIEWS.has(name)).map(viewOf),
      behaviours: calls.filter(({ name }) => !VIEWS.has(name)).map(behaviourOf),
    };
  });
}

/** Singular and plural of a word, and the singular and the dative plural of a German one. */
function numbersOf(word: string, locale: Locale): string[] {
  const [singular, plural] = pairOf(word);
  const [, dative] = locale === "de" && singular !== plural ? formsOf(plural, locale) : [];
  return dative ? [singular, plural, singular, dative] : [singular, plural];
}

function pairOf(word: string): [string, string] {
  const [singular = "", plural] = word.split("/");
  if (plural !== undefined) return [singular, plural];
  const {
    stem = "",
    suffix = "",
    rest = "",
  } = /^(?<stem>[^~]*)(~(?<suffix>\S*)(?<rest>.*))?$/.exec(word)?.groups ?? {};
  return [stem + rest, stem + suffix + rest];
}

const FIELD =
  /^(?<key>\w+)(\((?<options>\w+)\))?(:(?<type>\w+))?(@(?<initial>\w+))?((?<arrow>->>|->|=>)(?<noun>\w*))?(?<required>!)?$/;

function fieldOf(text: string): NounField {
  const { key = "", options, type, initial, arrow, noun, required } = FIELD.exec(text)?.groups ?? {};
  if (!key) throw new Error(`'${text}' is not a field of a noun.`);
  return {
    key,
    required: required !== undefined,
    ...(type && { type: type as FieldType }),
    ...(initial && { default: initial }),
    ...(options && { options }),
    ...(arrow && { reference: { noun: noun || key, many: arrow === "->>", owned: arrow === "=>" } }),
  };
}

type Call = ReturnType<typeof callOf>;

function viewOf({ name, args }: Call): NounView {
  const shape = args.find((arg) => SHAPES.has(arg));
  return {
    kind: name as NounView["kind"],
    fields: args.filter((arg) => !SHAPES.has(arg) && arg !== "month"),
    ...(shape && { shape: shape as "bar" }),
    ...(args.includes("month") && { monthly: true }),
  };
}

function behaviourOf({ name, args }: Call): NounBehaviour {
  const days = args.find((arg) => /^\d+$/.test(arg));
  return {
    kind: name as NounBehaviour["kind"],
    fields: args.filter((arg) => arg !== days),
    ...(days && { days: Number(days) }),
  };
}
