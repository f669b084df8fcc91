import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import type { SectionKind, SectionOf, Site } from "#core/factory/specification/site.ts";

/** How a kind of section becomes part of the page. */
export interface SectionModule<K extends SectionKind> {
  /** The content below the heading, as lines of HTML; of a hero, everything. */
  html(section: SectionOf<K>, site: Site): string[];
  /** What a person has to replace: the place in the section's file, and what belongs there. */
  placeholders(section: SectionOf<K>, site: Site): readonly (readonly [field: string, what: string])[];
  /** What a visitor sees of it. */
  steps(section: SectionOf<K>, site: Site): readonly AcceptanceStep[];
}
