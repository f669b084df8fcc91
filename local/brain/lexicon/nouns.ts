import { CLUBS } from "./nouns/clubs.ts";
import { EDUCATION } from "./nouns/education.ts";
import { EVENTS } from "./nouns/events.ts";
import { FITNESS } from "./nouns/fitness.ts";
import { FOOD } from "./nouns/food.ts";
import { HEALTH } from "./nouns/health.ts";
import { HOME } from "./nouns/home.ts";
import { INVENTORY } from "./nouns/inventory.ts";
import { MEDIA } from "./nouns/media.ts";
import { MONEY } from "./nouns/money.ts";
import { NATURE } from "./nouns/nature.ts";
import { PEOPLE } from "./nouns/people.ts";
import { PRODUCTION } from "./nouns/production.ts";
import { PROPERTY } from "./nouns/property.ts";
import { SALES } from "./nouns/sales.ts";
import { SOFTWARE } from "./nouns/software.ts";
import { TRAVEL } from "./nouns/travel.ts";
import { VEHICLES } from "./nouns/vehicles.ts";
import { WORK } from "./nouns/work.ts";
import { WRITING } from "./nouns/writing.ts";
import type { Noun } from "./types.ts";

/** The kinds of records that a request can name. */
export const NOUNS: readonly Noun[] = [
  ...HOME,
  ...NATURE,
  ...HEALTH,
  ...FITNESS,
  ...FOOD,
  ...MONEY,
  ...WORK,
  ...SALES,
  ...INVENTORY,
  ...PRODUCTION,
  ...PEOPLE,
  ...EDUCATION,
  ...EVENTS,
  ...TRAVEL,
  ...MEDIA,
  ...PROPERTY,
  ...VEHICLES,
  ...CLUBS,
  ...SOFTWARE,
  ...WRITING,
];
