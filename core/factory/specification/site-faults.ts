import { idFaults } from "./id-faults.ts";
import { DAYS, type Section, type Site } from "./site.ts";

/** Kinds of which a page has at most one. */
const SINGLE: ReadonlySet<Section["kind"]> = new Set(["hero", "about", "hours", "map", "contact", "faq"]);

/**
 * Why a site that matches the schema has no meaning, as sentences that name the part: identifiers are unique, the page
 * begins with its only hero, buttons lead to a section, and opening hours are in order.
 */
export function siteFaults({ sections }: Site): string[] {
  const ids = new Set(sections.map(({ id }) => id));
  return [
    ...idFaults("sections", sections),
    ...(sections[0]?.kind === "hero" ? [] : ["sections.0.kind: the first section must be a hero."]),
    ...sections.flatMap(({ kind }, index) =>
      SINGLE.has(kind) && sections.findIndex((each) => each.kind === kind) < index
        ? [`sections.${index}.kind: there is more than one section of the kind ${kind}.`]
        : [],
    ),
    ...sections.flatMap((section, index) =>
      section.kind === "hero" && section.action !== null && !ids.has(section.action)
        ? [`sections.${index}.action: there is no section ${section.action}.`]
        : [],
    ),
    ...sections.flatMap((section, index) =>
      section.kind === "hours" && section.days ? hoursFaults(section.days, `sections.${index}.days`) : [],
    ),
    ...sections.flatMap((section, index) =>
      section.kind === "hours"
        ? (section.closed ?? [])
            .filter((day) => section.days?.some((each) => each.day === day))
            .map((day) => `sections.${index}.closed: ${day} has opening hours.`)
        : [],
    ),
  ];
}

type Times = NonNullable<Extract<Section, { kind: "hours" }>["days"]>;

function hoursFaults(days: Times, path: string): string[] {
  return days.flatMap(({ day, opens, closes }, index) => {
    const before = days[index - 1];
    const order = before ? DAYS.indexOf(day) - DAYS.indexOf(before.day) : 1;
    return [
      ...(closes > opens ? [] : [`${path}.${index}: closes must be later than opens.`]),
      ...(order > 0 || (order === 0 && before && opens >= before.closes)
        ? []
        : [`${path}.${index}: must come after the entry before it.`]),
    ];
  });
}
