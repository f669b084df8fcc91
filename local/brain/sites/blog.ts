import type { Locale } from "#core/factory/specification/specification.ts";
import { isContent } from "#local/brain/recognise/read/pieces.ts";
import type { Token } from "#local/brain/recognise/read/tokens.ts";
import type { Meaning } from "./dictionary.ts";
import type { Found } from "./phrases.ts";

/** "Blog", "weblog", "Reiseblog". */
const BLOG = /^\p{L}*blogs?$/iu;

/** Words after which a blog is a part of something else, or not wanted: "a website with a blog". */
const PART =
  /^(with|without|and|or|of|for|on|from|plus|no|not|don['’]t|mit|ohne|und|oder|für|aus|kein\p{L}*|nicht|avec|sans|et|ou|pour|de|du|pas|con|sin|y|o|para|del|no)$/iu;

/** Words for a section that say what a site is about when they follow its noun. */
const ABOUT = /^(about|über)$/iu;

/** Words that may follow the noun, although they are no function words: "a blog called Crumbs". */
const CALLED = /^(called|named|titled|namens|genannt|appelée?|nommée?|intitulée?|llamad[oa]|titulad[oa])$/i;

/** The blog that a message asks for as the site itself, or undefined: not "a blog planner", nor "with a blog". */
function blogIn(
  found: readonly Found<Meaning>[],
  tokens: readonly Token[],
  locale: Locale,
): Found<Meaning> | undefined {
  const at = tokens.findIndex(({ text }) => BLOG.test(text));
  if (at === -1 || found.some(({ is }) => is.kind === "site" && is.strength !== "weak")) return undefined;
  if (tokens.slice(0, at).some(({ text }) => PART.test(text))) return undefined;
  const next = tokens[at + 1];
  const isHead = !next || (next.text !== "-" && (!isContent(next, locale) || CALLED.test(next.text)));
  return isHead ? { is: { kind: "blog" }, from: at, to: at + 1 } : undefined;
}

/**
 * The phrases of a message, with the blog that it asks for in place of the section of that name, and with what a site is
 * about in place of a section: "a blog about travel".
 */
export function withBlog(
  found: readonly Found<Meaning>[],
  tokens: readonly Token[],
  locale: Locale,
): Found<Meaning>[] {
  const blog = blogIn(found, tokens, locale);
  const others = found.filter(({ from, to }) => !blog || to <= blog.from || from >= blog.to);
  const all = blog ? [...others, blog].sort((one, other) => one.from - other.from) : others;
  return all.map((phrase, at) => {
    const before = all[at - 1];
    const ofSite = before?.to === phrase.from && (before.is.kind === "site" || before.is.kind === "blog");
    const isCue = ofSite && ABOUT.test(tokens[phrase.from]?.text ?? "") && phrase.to - phrase.from === 1;
    return isCue ? { ...phrase, is: { kind: "about" } } : phrase;
  });
}

/** The texts of a blog, which state nothing of who writes it. */
export const BLOG_ABOUT: Readonly<Record<Locale, (subject: string | null) => string>> = {
  en: (subject) => (subject === null ? "Notes and stories." : `Notes and stories about ${subject}.`),
  de: (subject) => (subject === null ? "Notizen und Geschichten." : `Notizen und Geschichten: ${subject}.`),
  fr: (subject) => (subject === null ? "Notes et récits." : `Notes et récits : ${subject}.`),
  es: (subject) => (subject === null ? "Notas e historias." : `Notas e historias: ${subject}.`),
};

/** How a blog without a server gets its posts. */
export const BLOG_NOTE: Readonly<Record<Locale, string>> = {
  en: "You write the posts in the files of the page, because it has no server.",
  de: "Die Beiträge schreiben Sie in den Dateien der Seite, denn sie hat keinen Server.",
  fr: "Les articles s’écrivent dans les fichiers de la page, car elle n’a pas de serveur.",
  es: "Los artículos se escriben en los archivos de la página, porque no tiene servidor.",
};
