import type { Specification } from "#sdk/typescript/api.ts";
import { inWords } from "./part-name.ts";

type App = Extract<Specification, { kind: "app" }>;
type Entity = App["entities"][number];

/** What an app or a site is made of, folded. */
export function Outline({ specification }: { readonly specification: Specification }) {
  const rows = specification.kind === "site" ? ofSite(specification.sections) : ofApp(specification);
  return (
    <details className="mt-5">
      <summary className="font-semibold text-muted">
        What {specification.kind === "site" ? "the site" : "the app"} is made of
      </summary>
      <dl className="mt-2 space-y-2">
        {rows.map(([term, items]) => (
          <div key={term}>
            <dt className="font-medium">{term}</dt>
            <dd className="text-muted">{[...new Set(items)].join(", ")}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

type Row = readonly [term: string, items: readonly string[]];

function ofSite(sections: readonly { readonly title: string }[]): readonly Row[] {
  return [["Sections", sections.map(({ title }) => title)]];
}

function ofApp({ entities, views, behaviours, custom = [] }: App): readonly Row[] {
  const rows: Row[] = [
    ...entities.map(
      ({ plural, fields }): Row => [plural, fields.map((field) => describeField(field, entities))],
    ),
    ["Pages", views.map(({ name, kind }) => `${name} (${kind})`)],
    ["Written by a model", custom.map(({ name, purpose }) => `${name}: ${purpose}`)],
    ["With", behaviours.map(({ kind }) => inWords(kind))],
  ];
  return rows.filter(([, items]) => items.length > 0);
}

function describeField(
  { name, type, options, required, reference }: Entity["fields"][number],
  entities: readonly Entity[],
): string {
  const target = entities.find(({ id }) => id === reference?.entity);
  const kind = target ? `→ ${reference?.many ? target.plural : target.name}` : inWords(type);
  const details = [
    ...(type === "text" ? [] : [options ? `${kind}: ${options.map((each) => each.name).join(", ")}` : kind]),
    ...(required ? ["required"] : []),
  ];
  return details.length === 0 ? name : `${name} (${details.join("; ")})`;
}
