import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import type { FormSteps } from "#core/factory/generate/acceptance/form-steps.ts";
import { button, click, openPath, see } from "#core/factory/generate/acceptance/steps.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Entity, Specification } from "#core/factory/specification/specification.ts";
import type { BehaviourModule } from "./behaviour-module.ts";
import { choose } from "./menu.ts";
import { isListed, openList } from "./places.ts";

export const IMPORT: BehaviourModule<Extract<Behaviour, { kind: "import" }>> = {
  kind: "import",
  factory: "importing",
  options: () => ({}),
  title: (_behaviour, { locale }) => planText("titleImport", locale),
  promise: (_behaviour, { locale }) => planText("import", locale),
  steps: (_behaviour, { specification, form }) => {
    const { locale, entities } = specification;
    const open = [
      openPath("/"),
      ...choose(translate("import", locale), locale),
      see(translate("importTitle", locale)),
    ];
    const found = entities
      .map((entity) => ({ entity, row: rowOf(entity, specification, form(entity.id)) }))
      .find(({ row }) => row !== null);
    if (!found?.row) return open;
    const { entity, row } = found;
    const into: AcceptanceStep[] =
      entities.length > 1 ? [{ do: "select", target: { css: "#import-entity" }, value: entity.id }] : [];
    return [
      ...open,
      ...into,
      { do: "upload", target: { css: "#import-file" }, name: "records.csv", content: csv(row) },
      see(translate("importAdded", locale, { count: 1 })),
      click(button(translate("importRun", locale))),
      see(translate("importDone", locale, { count: 1 })),
      ...openList(specification, entity.id),
      see(form(entity.id).named(0)),
    ];
  },
};

/** What a row needs to be read, as texts by field; null if that is more than texts, or the record is not listed. */
function rowOf(entity: Entity, specification: Specification, form: FormSteps): Map<string, string> | null {
  if (!isListed(specification, entity.id)) return null;
  const row = new Map<string, string>();
  for (const { id, required } of entity.fields) {
    if (!required && id !== entity.display) continue;
    const example = form.example(id, 0);
    const [step] = example?.steps ?? [];
    const text = step?.do === "fill" ? step.value : (step?.do !== "upload" && example?.shown) || null;
    if (text === null) return null;
    row.set(id, text);
  }
  return row;
}

function csv(row: ReadonlyMap<string, string>): string {
  const line = (cells: Iterable<string>) =>
    [...cells].map((cell) => `"${cell.replaceAll('"', '""')}"`).join();
  return `${line(row.keys())}\r\n${line(row.values())}\r\n`;
}
