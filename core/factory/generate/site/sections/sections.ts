import type { SectionKind, SectionOf } from "#core/factory/specification/site.ts";
import { ABOUT } from "./about.ts";
import { CONTACT } from "./contact.ts";
import { EVENTS } from "./events.ts";
import { FAQ } from "./faq.ts";
import { GALLERY } from "./gallery.ts";
import { HERO } from "./hero.ts";
import { HOURS } from "./hours.ts";
import { MAP } from "./map.ts";
import { MENU } from "./menu.ts";
import { POSTS } from "./posts.ts";
import type { SectionModule } from "./section.ts";
import { SERVICES } from "./services.ts";
import { STEPS } from "./steps.ts";
import { TEAM } from "./team.ts";
import { TESTIMONIALS } from "./testimonials.ts";

const MODULES: { readonly [K in SectionKind]: SectionModule<K> } = {
  hero: HERO,
  about: ABOUT,
  services: SERVICES,
  steps: STEPS,
  menu: MENU,
  gallery: GALLERY,
  team: TEAM,
  testimonials: TESTIMONIALS,
  hours: HOURS,
  map: MAP,
  faq: FAQ,
  contact: CONTACT,
  events: EVENTS,
  posts: POSTS,
};

/** The module of a section's kind. */
export function sectionModule<K extends SectionKind>(section: SectionOf<K>): SectionModule<K> {
  return MODULES[section.kind as K];
}
