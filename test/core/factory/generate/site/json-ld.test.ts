import { describe, expect, it } from "@jest/globals";
import { jsonLd } from "#core/factory/generate/site/json-ld.ts";
import { sitePage } from "#core/factory/generate/site/page.ts";
import type { Site } from "#core/factory/specification/site.ts";
import { fc } from "#test/support/property.ts";
import { WORKSHOP } from "./samples.ts";

const dataOf = (site: Site) => JSON.parse(jsonLd(site) ?? "null");
const blocksOf = (site: Site) =>
  [...sitePage(site, "A page.").matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, text = ""]) => text,
  );

describe("the data that search engines read of a site", () => {
  it("has the known facts, and nothing of what is to be replaced", () => {
    expect(dataOf(WORKSHOP)).toEqual({
      "@context": "https://schema.org",
      "@type": "HomeAndConstructionBusiness",
      name: "Oak & Ash",
      telephone: "+49 30 1234567",
      address: { "@type": "PostalAddress", streetAddress: "Mill Lane 3", addressLocality: "Leeds" },
      openingHoursSpecification: [
        { "@type": "OpeningHoursSpecification", dayOfWeek: "Monday", opens: "08:00", closes: "12:00" },
        { "@type": "OpeningHoursSpecification", dayOfWeek: "Monday", opens: "13:00", closes: "17:00" },
      ],
      makesOffer: [
        {
          "@type": "Offer",
          itemOffered: { "@type": "Product", name: "Tables" },
          price: "890.00",
          priceCurrency: "EUR",
        },
      ],
    });
  });

  it("is only its name for a business of which nothing else is known", () => {
    const facts = { phone: null, email: null, address: null, place: null };
    const { sections } = WORKSHOP;
    expect(dataOf({ ...WORKSHOP, facts, sections: sections.slice(0, 2) })).toEqual({
      "@context": "https://schema.org",
      "@type": "HomeAndConstructionBusiness",
      name: "Oak & Ash",
    });
  });

  it("is missing on a page about no business", () => {
    const { business: _, ...wedding } = WORKSHOP;
    expect(jsonLd(wedding)).toBeNull();
    expect(blocksOf(wedding)).toEqual([]);
  });

  it("stays one block of data, whatever a business is called", () => {
    const markup = fc.constantFrom("</script>", "<!--", "<script>", "-->", "&lt;", '"', "\\", "\u2028");
    fc.assert(
      fc.property(
        fc.array(fc.oneof(markup, fc.string({ minLength: 1, maxLength: 4 })), { minLength: 1 }),
        (parts) => {
          const name = parts.join("").slice(0, 60);
          const site = { ...WORKSHOP, name };
          const [text = ""] = blocksOf(site);
          expect(blocksOf(site)).toHaveLength(1);
          expect(text).not.toContain("<");
          expect(JSON.parse(text).name).toBe(name);
        },
      ),
    );
  });
});
