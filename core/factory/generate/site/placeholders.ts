import type { Site } from "#core/factory/specification/site.ts";
import { SITE_FILE, siteSectionFile } from "#core/factory/specification/site-files.ts";
import { sectionModule } from "./sections/sections.ts";
import { siteWords } from "./words.ts";

/** What a person has to replace on a site. */
interface Placeholder {
  readonly what: string;
  /** The file of the specification in which it stands, and its place there. */
  readonly file: string;
  readonly field: string;
}

/** Everything on a site that is not known, in the order of the page. */
export function placeholdersOf(site: Site): Placeholder[] {
  const { facts, sections, locale } = site;
  const words = siteWords(locale);
  const shown = new Set(sections.map(({ kind }) => kind));
  const missing = (field: "phone" | "email" | "address", what: string, isShown: boolean): Placeholder[] =>
    facts[field] === null && isShown ? [{ what, file: SITE_FILE, field: `facts.${field}` }] : [];
  return [
    ...sections.flatMap((section) =>
      sectionModule(section)
        .placeholders(section, site)
        .map(([field, what]) => ({ what, file: siteSectionFile(section.id), field })),
    ),
    ...missing("phone", words.phone, shown.has("contact")),
    ...missing("email", words.email, shown.has("contact")),
    ...missing("address", words.address, shown.has("contact") || shown.has("map")),
  ];
}
