import { z } from "zod";
import { text } from "#core/kernel/text.ts";
import { currencySchema, lookSchema } from "./look.ts";
import { labelSchema, partIdSchema } from "./names.ts";
import { LOCALES } from "./specification.ts";

/** The days of a week, from Monday (ISO 8601). */
export const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Day = (typeof DAYS)[number];

const sentence = () => text().min(1).max(300);
const paragraph = () => text().min(1).max(1200);
/** A price in minor units (cents). Null while it is unknown. */
const price = () => z.number().int().min(0).max(100_000_000).nullable();
const clock = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 08:30");

const offer = () => z.strictObject({ name: labelSchema, text: sentence().nullable(), price: price() });
const entry = () => z.strictObject({ name: labelSchema, text: sentence() });

const section = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ id: partIdSchema, kind: z.literal(kind), title: labelSchema, ...shape });

/**
 * A part of a page, from top to bottom. What is null is not known: the page shows a marked placeholder for it.
 */
export const sectionSchema = z.lazy(() =>
  z.discriminatedUnion("kind", [
    /** The beginning of the page; `action` is the identifier of the section to which its button leads. */
    section("hero", { lead: sentence(), action: partIdSchema.nullable() }),
    section("about", { text: paragraph() }),
    /** What is offered; `priced` shows prices. */
    section("services", { priced: z.boolean(), items: z.array(offer()).min(1).max(12) }),
    section("steps", { items: z.array(entry()).min(2).max(6) }),
    section("menu", {
      groups: z
        .array(z.strictObject({ name: labelSchema, items: z.array(offer()).min(1).max(20) }))
        .min(1)
        .max(6),
    }),
    /** Pictures, each with a caption; null until there is one. */
    section("gallery", { captions: z.array(sentence().nullable()).min(3).max(12) }),
    section("team", {
      people: z
        .array(z.strictObject({ name: labelSchema.nullable(), role: labelSchema.nullable() }))
        .min(1)
        .max(12),
    }),
    section("testimonials", {
      quotes: z
        .array(z.strictObject({ text: sentence().nullable(), by: labelSchema.nullable() }))
        .min(1)
        .max(6),
    }),
    /** Opening hours; null while they are unknown. A day that is neither open nor in `closed` is not known. */
    section("hours", {
      days: z
        .array(z.strictObject({ day: z.enum(DAYS), opens: clock(), closes: clock() }))
        .max(14)
        .nullable(),
      /** Days on which it is never open. */
      closed: z.array(z.enum(DAYS)).max(7).exactOptional(),
    }),
    /** Where to find it: the address, with a link to a map. */
    section("map", {}),
    section("faq", { items: z.array(entry()).min(1).max(12) }),
    /** How to get in touch: phone, e-mail and address. */
    section("contact", {}),
    section("events", {
      items: z
        .array(
          z.strictObject({ name: labelSchema, date: z.iso.date().nullable(), text: sentence().nullable() }),
        )
        .min(1)
        .max(12),
    }),
    section("posts", {
      items: z
        .array(z.strictObject({ name: labelSchema, text: paragraph().nullable() }))
        .min(1)
        .max(12),
    }),
  ]),
);
export type Section = z.infer<typeof sectionSchema>;
export type SectionKind = Section["kind"];
export type SectionOf<K extends SectionKind> = Extract<Section, { kind: K }>;

/** What is known of the person or business; null is shown as a marked placeholder. */
const factsSchema = z.lazy(() =>
  z.strictObject({
    phone: text().min(3).max(40).nullable(),
    email: z.email().max(120).nullable(),
    address: text().min(3).max(200).nullable(),
    /** The town or region, such as `Berlin`. */
    place: text().min(1).max(60).nullable(),
  }),
);

/** Kinds of businesses: `LocalBusiness` of schema.org, and those below it that a trade can be. */
const BUSINESSES = [
  "AccountingService",
  "AutoRepair",
  "Bakery",
  "BikeStore",
  "BookStore",
  "Brewery",
  "CafeOrCoffeeShop",
  "ChildCare",
  "Dentist",
  "Electrician",
  "Florist",
  "FoodEstablishment",
  "GroceryStore",
  "HairSalon",
  "HealthClub",
  "HomeAndConstructionBusiness",
  "Hotel",
  "HousePainter",
  "JewelryStore",
  "LegalService",
  "LocalBusiness",
  "MedicalBusiness",
  "MovingCompany",
  "NailSalon",
  "Plumber",
  "ProfessionalService",
  "RealEstateAgent",
  "Restaurant",
  "SportsActivityLocation",
  "SportsClub",
  "TattooParlor",
  "TravelAgency",
  "Winery",
] as const;
export type Business = (typeof BUSINESSES)[number];

/** What a content site is, as data: one page, generated from its sections. It contains no executable text. */
export const siteSchema = z.lazy(() =>
  z.strictObject({
    version: z.literal(1),
    kind: z.literal("site"),
    /** The title of the site. */
    name: text().min(1).max(60),
    locale: z.enum(LOCALES),
    currency: currencySchema,
    look: lookSchema,
    /** What the site is about, in its language: `bakery`. */
    trade: text().min(1).max(60),
    /** Only for a site about a business, which search engines then list as one. */
    business: z.enum(BUSINESSES).exactOptional(),
    facts: factsSchema,
    sections: z.array(sectionSchema).min(1).max(16),
  }),
);
export type Site = z.infer<typeof siteSchema>;
