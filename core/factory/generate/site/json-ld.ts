import type { Offer } from "#core/factory/generate/site/sections/offers.ts";
import type { Day, Site } from "#core/factory/specification/site.ts";

/** The days as schema.org names them. */
const DAY_NAMES: Readonly<Record<Day, string>> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};

/**
 * What search engines read of a business (schema.org, JSON-LD), as the text of a data block; null for a site that is
 * about no business. It has known facts only: what the page marks as to be replaced is left out.
 */
export function jsonLd(site: Site): string | null {
  const { business, name, facts } = site;
  if (business === undefined) return null;
  const data = {
    "@context": "https://schema.org",
    "@type": business,
    name,
    ...(facts.phone !== null && { telephone: facts.phone }),
    ...(facts.email !== null && { email: facts.email }),
    ...addressOf(facts),
    ...membersOf("openingHoursSpecification", hoursOf(site)),
    ...membersOf("makesOffer", offersOf(site)),
  };
  // In a script element only `<` could end the text; JSON has an escape for it.
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}

const membersOf = (name: string, values: readonly unknown[]) => (values.length > 0 ? { [name]: values } : {});

function addressOf({ address, place }: Site["facts"]) {
  if (address === null && place === null) return {};
  return {
    address: {
      "@type": "PostalAddress",
      ...(address !== null && { streetAddress: address }),
      ...(place !== null && { addressLocality: place }),
    },
  };
}

function hoursOf({ sections }: Site) {
  return sections
    .flatMap((section) => (section.kind === "hours" ? (section.days ?? []) : []))
    .map(({ day, opens, closes }) => ({
      "@type": "OpeningHoursSpecification",
      dayOfWeek: DAY_NAMES[day],
      opens,
      closes,
    }));
}

function offersOf({ sections, currency }: Site) {
  const offers = sections.flatMap((section): readonly Offer[] => {
    if (section.kind === "menu") return section.groups.flatMap(({ items }) => items);
    return section.kind === "services" && section.priced ? section.items : [];
  });
  return offers.flatMap(({ name, price }) =>
    price === null
      ? []
      : [
          {
            "@type": "Offer",
            itemOffered: { "@type": "Product", name },
            price: decimal(price, currency),
            priceCurrency: currency,
          },
        ],
  );
}

/** An amount in minor units with the point that schema.org asks for. */
function decimal(minor: number, currency: string): string {
  const digits =
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return (minor / 10 ** digits).toFixed(digits);
}
