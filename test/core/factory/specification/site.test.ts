import { describe, expect, it } from "@jest/globals";
import { plannedFaults, plannedSchema } from "#core/factory/specification/planned.ts";
import { readPlanned } from "#core/factory/specification/planned-files.ts";
import type { Site } from "#core/factory/specification/site.ts";
import { siteFiles } from "#core/factory/specification/site-files.ts";
import { WORKSHOP } from "#test/core/factory/generate/site/samples.ts";

const changed = (change: (site: any) => void): Site => {
  const site = structuredClone(WORKSHOP);
  change(site);
  return site;
};

describe("the specification of a site", () => {
  it("without faults has none", () => {
    expect(plannedFaults(plannedSchema.parse(WORKSHOP))).toEqual([]);
  });

  it.each<[string, (site: any) => void, string]>([
    [
      "begins with a hero",
      (site) => site.sections.reverse(),
      "sections.0.kind: the first section must be a hero.",
    ],
    [
      "has one section of a kind that needs only one",
      (site) => site.sections.push({ id: "more", kind: "map", title: "Map" }),
      "sections.14.kind: there is more than one section of the kind map.",
    ],
    [
      "has unique identifiers",
      (site) => {
        site.sections[2].id = "about";
      },
      "sections: 'about' is a duplicate.",
    ],
    [
      "leads its button to a section",
      (site) => {
        site.sections[0].action = "shop";
      },
      "sections.0.action: there is no section shop.",
    ],
    [
      "closes later than it opens",
      (site) => {
        site.sections[8].days[0].closes = "07:00";
      },
      "sections.8.days.0: closes must be later than opens.",
    ],
    [
      "has its days in order",
      (site) => site.sections[8].days.reverse(),
      "sections.8.days.1: must come after",
    ],
  ])("%s", (_, change, fault) => {
    expect(plannedFaults(changed(change)).join("\n")).toContain(fault);
  });

  it("is the same when it is read back from its files", () => {
    const files = siteFiles(WORKSHOP);
    expect(files.map(({ path }) => path)).toContain("specification/sections/hours.json");
    expect(readPlanned(files)).toEqual(WORKSHOP);
    expect(readPlanned(files.slice(1))).toBeUndefined();
  });

  it("refuses unknown members and kinds", () => {
    for (const section of [
      { id: "x", kind: "shop", title: "Shop" },
      { id: "x", kind: "map", title: "Map", script: "alert(1)" },
    ])
      expect(plannedSchema.safeParse({ ...WORKSHOP, sections: [section] }).success).toBe(false);
  });
});
