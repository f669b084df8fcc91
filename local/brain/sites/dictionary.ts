import type { SectionKind } from "#core/factory/specification/site.ts";
import type { Locale } from "#core/factory/specification/specification.ts";
import type { ThemeId } from "#core/factory/themes/themes.ts";
import { CUED_LOOKS, LOOKS } from "#local/brain/lexicon/words/looks.ts";
import { technologyWords } from "#local/brain/lexicon/words/technologies.ts";
import { colorWords } from "#local/brain/recognise/read/shades.ts";
import { Phrases } from "./phrases.ts";
import type { Trade } from "./trades/trade.ts";
import { TRADES } from "./trades/trades.ts";
import {
  ABOUT_CUES,
  BEYOND,
  FILLERS,
  NEGATIONS,
  PAGE_NOUNS,
  PLACE_CUES,
  RECORD_WORDS,
  SECTION_WORDS,
  SITE_NOUNS,
  WEAK_SITE_NOUNS,
} from "./words.ts";

/** What a phrase of a request for a site means. */
export type Meaning =
  | { readonly kind: "site"; readonly strength: "page" | "site" | "weak" }
  | { readonly kind: "section"; readonly section: SectionKind | "priced" }
  | { readonly kind: "trade"; readonly trade: Trade; readonly name: string }
  | { readonly kind: "color"; readonly hex: string }
  | { readonly kind: "theme"; readonly theme: ThemeId }
  | { readonly kind: "scheme"; readonly scheme: "light" | "dark" }
  | { readonly kind: "blog" }
  | { readonly kind: "beyond" | "technology" | "record" | "negation" | "about" | "place" | "filler" };

const SCHEMES: Readonly<Record<Locale, Readonly<Record<"dark" | "light", readonly string[]>>>> = {
  en: { dark: ["dark", "dark mode", "dark theme"], light: ["light mode", "light theme"] },
  de: { dark: ["dunkel", "dunkle", "dunkles", "dunkler modus", "dark mode"], light: ["heller modus"] },
  fr: { dark: ["sombre", "mode sombre", "foncé"], light: ["mode clair"] },
  es: { dark: ["oscuro", "oscura", "modo oscuro"], light: ["modo claro"] },
};

const made = new Map<Locale, Phrases<Meaning>>();

/** The phrases of a language; what stands first wins where a phrase has several meanings. */
export function siteDictionary(locale: Locale): Phrases<Meaning> {
  const known = made.get(locale) ?? create(locale);
  made.set(locale, known);
  return known;
}

function create(locale: Locale): Phrases<Meaning> {
  const phrases = new Phrases<Meaning>()
    .add(PAGE_NOUNS[locale], { kind: "site", strength: "page" })
    .add(SITE_NOUNS[locale], { kind: "site", strength: "site" })
    .add(NEGATIONS[locale], { kind: "negation" });
  for (const [name, theme] of [...CUED_LOOKS, ...LOOKS]) phrases.add([name], { kind: "theme", theme });
  for (const [section, words] of Object.entries(SECTION_WORDS[locale]))
    phrases.add(words, { kind: "section", section: section as SectionKind });
  for (const trade of TRADES)
    for (const name of trade.copy[locale].names) phrases.add([name], { kind: "trade", trade, name });
  for (const [word, hex] of colorWords(locale)) phrases.add([word], { kind: "color", hex });
  for (const scheme of ["dark", "light"] as const)
    phrases.add(SCHEMES[locale][scheme], { kind: "scheme", scheme });
  return phrases
    .add(WEAK_SITE_NOUNS[locale], { kind: "site", strength: "weak" })
    .add(BEYOND[locale].words, { kind: "beyond" })
    .add(technologyWords(locale), { kind: "technology" })
    .add(RECORD_WORDS[locale], { kind: "record" })
    .add(ABOUT_CUES[locale], { kind: "about" })
    .add(PLACE_CUES[locale], { kind: "place" })
    .add(FILLERS[locale], { kind: "filler" });
}
