import type { ShownPlan } from "#cli/service/replies.ts";
import type { Output } from "#cli/terminal/output.ts";
import { text } from "#cli/terminal/safe-text.ts";
import { describeBehaviour, describeField } from "#core/factory/specification/describe.ts";

/** Shows what is generated from a specification: the records, pages and behaviours of an app, or the sections of a site. */
export function showSpecification(out: Output, { specification }: ShownPlan): void {
  if (!specification) return;
  if (specification.kind === "site") {
    out.line(out.paint("dim", "Sections"));
    out.line(text`  ${specification.sections.map(({ title }) => title).join(", ")}`);
    out.line();
    return;
  }
  const { entities, views, behaviours, custom = [] } = specification;
  out.line(out.paint("dim", "Records"));
  for (const { plural, fields } of entities)
    out.line(text`  ${plural}: ${fields.map((field) => describeField(field, specification)).join(", ")}`);
  out.line(out.paint("dim", "Pages"));
  out.line(text`  ${views.map(({ name, kind }) => `${name} (${kind})`).join(", ")}`);
  if (custom.length > 0) {
    out.line(out.paint("dim", "Written by a model"));
    for (const { name, purpose } of custom) out.line(text`  ${name}: ${purpose}`);
  }
  if (behaviours.length > 0) {
    out.line(out.paint("dim", "With"));
    out.line(
      text`  ${behaviours.map((behaviour) => describeBehaviour(behaviour, specification)).join(", ")}`,
    );
  }
  out.line();
}
