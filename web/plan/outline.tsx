import type { Specification } from "#sdk/typescript/api.ts";
import { useWords, type Words } from "../words/words.ts";

type App = Extract<Specification, { kind: "app" }>;
type Entity = App["entities"][number];

/** What an app or a site is made of, folded. */
export function Outline({ specification }: { readonly specification: Specification }) {
  const words = useWords();
  const rows =
    specification.kind === "site" ? ofSite(words, specification.sections) : ofApp(words, specification);
  return (
    <details className="mt-5">
      <summary className="font-semibold text-muted">{words.plan.madeOf[specification.kind]}</summary>
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

function ofSite({ plan }: Words, sections: readonly { readonly title: string }[]): readonly Row[] {
  return [[plan.sections, sections.map(({ title }) => title)]];
}

function ofApp(words: Words, { entities, views, behaviours, custom = [] }: App): readonly Row[] {
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
  { plan, parts }: Words,
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
