import type { SectionKind } from "#core/factory/specification/site.ts";
import { LOCALES, type Locale } from "#core/factory/specification/specification.ts";

export type Voice = "one" | "many";

/** What a trade is called and says in one language. Nothing in it is a fact that could be false for one business. */
interface TradeCopy {
  /** Nouns that name it, the usual one first. */
  readonly names: readonly string[];
  /** Those of the names that speak of one person. */
  readonly persons: ReadonlySet<string>;
  readonly headline: Readonly<Record<Voice, string>>;
  readonly about: Readonly<Record<Voice, string>>;
  /** What is usually offered. */
  readonly offers: readonly string[];
  /** Groups of a menu, for trades that have one: the name, then its items. */
  readonly menu: readonly (readonly [name: string, ...items: string[]])[];
}

/** A kind of person or business that has a site. */
export interface Trade {
  readonly id: string;
  /** `#rrggbb` */
  readonly accent: string;
  /** Its usual sections, beside the beginning, what is offered and the contact. */
  readonly sections: readonly SectionKind[];
  readonly copy: Readonly<Record<Locale, TradeCopy>>;
}

/**
 * Reads trades from a table: for each a line `# id accent sections`, then a line for each language,
 * `en names | headline | about | offers | menu`, with commas between names, semicolons between offers, and menus as
 * `group: item, item; group: item`. A name that ends with `*` speaks of one person. A headline and a text can be
 * `of several / of one`. Throws RangeError for a line that is none of these.
 */
export function tradesIn(table: string): Trade[] {
  return table
    .trim()
    .split(/\n(?=# )/)
    .map((part) => {
      const [head = "", ...lines] = part.trim().split("\n");
      const [, id = "", accent = "", ...sections] = head.split(" ");
      return { id, accent, sections: sections as SectionKind[], copy: copiesIn(lines, id) };
    });
}

function copiesIn(lines: readonly string[], id: string): Record<Locale, TradeCopy> {
  const copies = LOCALES.map((locale) => {
    const line = lines.find((each) => each.startsWith(`${locale} `));
    if (!line) throw new RangeError(`${id}: has no copy in ${locale}`);
    return [locale, copyIn(line.slice(3), id)] as const;
  });
  return Object.fromEntries(copies) as Record<Locale, TradeCopy>;
}

function copyIn(line: string, id: string): TradeCopy {
  const [names, headline, about, offers, menu = ""] = line.split("|").map((cell) => cell.trim());
  if (!names || !headline || !about || !offers) throw new RangeError(`${id}: a cell is missing in: ${line}`);
  const marked = listIn(names, ",");
  return {
    names: marked.map(unmarked),
    persons: new Set(marked.filter((name) => name.endsWith("*")).map(unmarked)),
    headline: voicesIn(headline),
    about: voicesIn(about),
    offers: listIn(offers, ";"),
    menu: listIn(menu, ";").map((group) => {
      const [name = "", items = ""] = group.split(":");
      return [name.trim(), ...listIn(items, ",")];
    }),
  };
}

const unmarked = (name: string): string => name.replace(/\*$/, "");

function voicesIn(cell: string): Record<Voice, string> {
  const [many = "", one = many] = cell.split(" / ").map((each) => each.trim());
  return { many, one };
}

const listIn = (cell: string, mark: string): string[] =>
  cell
    .split(mark)
    .map((each) => each.trim())
    .filter((each) => each !== "");
