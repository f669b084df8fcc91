import type { Acceptance } from "#core/factory/acceptance.ts";
import { partIdOf } from "#core/factory/specification/names.ts";
import type { Section, Site } from "#core/factory/specification/site.ts";
import type { Locale } from "#core/factory/specification/specification.ts";
import { sectionModule } from "./sections/sections.ts";

/** The most steps of an acceptance. */
const MAX_STEPS = 30;

const SHOWS: Readonly<Record<Locale, (title: string) => string>> = {
  en: (title) => `The page shows “${title}”`,
  de: (title) => `Die Seite zeigt „${title}“`,
  fr: (title) => `La page montre « ${title} »`,
  es: (title) => `La página muestra «${title}»`,
};

/** What is promised of a site, and how a browser verifies it: each section, and what it says. */
export function siteAcceptances(site: Site): Acceptance[] {
  return site.sections.map((section) => ({
    name: SHOWS[site.locale](section.title),
    steps: [
      { do: "open" as const, path: "/" },
      { do: "see" as const, text: section.title, target: { role: "heading", name: section.title } },
      ...stepsOf(section, site),
    ].slice(0, MAX_STEPS),
  }));
}

const stepsOf = (section: Section, site: Site) => sectionModule(section).steps(section, site);

/** The sections of a site, as the features of its plan. */
export function siteFeatures(site: Site) {
  return siteFeatureSections(site).map(({ id, title, included }) => ({ id, title, included }));
}

/** The features of a site, each with the identifier of its section. */
export function siteFeatureSections({ sections }: Site) {
  const ids = new Set<string>();
  return sections.map(({ id: section, title }) => {
    const id = partIdOf(title, "section", ids);
    ids.add(id);
    return { id, title, included: true as const, section };
  });
}
