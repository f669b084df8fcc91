import type { Specification } from "#sdk/typescript/api.ts";
import type { Catalogue } from "../words/en/catalogue.ts";

type App = Extract<Specification, { kind: "app" }>;
type Entity = App["entities"][number];

export type Row = readonly [term: string, items: readonly string[]];

/** What an app or a site is made of: records with their fields, pages, behaviours. */
export function rowsOf(words: Catalogue, specification: Specification): readonly Row[] {
  return specification.kind === "site" ? ofSite(words, specification.sections) : ofApp(words, specification);
}

function ofSite({ plan }: Catalogue, sections: readonly { readonly title: string }[]): readonly Row[] {
  return [[plan.sections, sections.map(({ title }) => title)]];
}

function ofApp(words: Catalogue, { entities, views, behaviours, custom = [] }: App): readonly Row[] {
  const { plan, parts } = words;
  const rows: Row[] = [
    ...entities.map(
      ({ plural, fields }): Row => [plural, fields.map((field) => describeField(words, field, entities))],
    ),
    [plan.pages, views.map(({ name, kind }) => `${name} (${parts.views[kind]})`)],
    [plan.writtenByModel, custom.map(({ name, purpose }) => `${name}: ${purpose}`)],
    [plan.with, behaviours.map(({ kind }) => parts.behaviours[kind])],
  ];
  return rows.filter(([, items]) => items.length > 0);
}

function describeField(
  { plan, parts }: Catalogue,
  { name, type, options, required, reference }: Entity["fields"][number],
  entities: readonly Entity[],
): string {
  const target = entities.find(({ id }) => id === reference?.entity);
  const kind = target ? `→ ${reference?.many ? target.plural : target.name}` : parts.fields[type];
  const details = [
    ...(type === "text" ? [] : [options ? `${kind}: ${options.map((each) => each.name).join(", ")}` : kind]),
    ...(required ? [plan.required] : []),
  ];
  return details.length === 0 ? name : `${name} (${details.join("; ")})`;
}
