import { describe, expect, it } from "@jest/globals";
import { partIdOf, partIdSchema, RESERVED_IDS } from "#core/factory/specification/names.ts";
import { fc } from "#test/support/property.ts";

const names = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc.constantFrom(...RESERVED_IDS, "__proto__", "Straße", "Élan vital", "植物", "7 days", "  a  b  "),
);

describe("the identifier for a name", () => {
  it("is a valid identifier that is not reserved, whatever the name is", () => {
    fc.assert(
      fc.property(names, (name) => {
        const id = partIdOf(name, "field");
        expect(partIdSchema.safeParse(id).success).toBe(true);
        expect(RESERVED_IDS.has(id)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("is not among those that are taken", () => {
    fc.assert(
      fc.property(fc.array(names, { maxLength: 150 }), (all) => {
        const taken = new Set<string>();
        for (const name of all) {
          const id = partIdOf(name, "field", taken);
          expect(taken.has(id)).toBe(false);
          expect(partIdSchema.safeParse(id).success).toBe(true);
          taken.add(id);
        }
      }),
    );
  });

  it("of an identifier is the identifier", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z0-9]{0,8}(_[a-z0-9]{1,8}){0,2}$/), (id) => {
        fc.pre(!RESERVED_IDS.has(id));
        expect(partIdOf(id, "field")).toBe(id);
      }),
    );
  });

  it.each([
    ["Next watering", "next_watering"],
    ["Größe (cm)", "grosse_cm"],
    ["Straße", "strasse"],
    ["Élan vital", "elan_vital"],
    ["7 days", "days"],
    ["植物", "field"],
    ["class", "class_field"],
    ["record", "record_field"],
  ])("%s is %s", (name, id) => {
    expect(partIdOf(name, "field")).toBe(id);
  });
});
