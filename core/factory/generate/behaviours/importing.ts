import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import type { Entry, FormSteps } from "#core/factory/generate/acceptance/form-steps.ts";
import { button, click, openPath, see, seeListed } from "#core/factory/generate/acceptance/steps.ts";
import { planText } from "#core/factory/generate/words/plan.ts";
import { translate } from "#core/factory/generate/words/words.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Field } from "#core/factory/specification/field.ts";
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
    if (!found?.row)
      return [...open, upload(UNREADABLE), see(translate("importFaults", locale, { count: 1 }))];
    const { entity, row } = found;
    const into: AcceptanceStep[] =
      entities.length > 1 ? [{ do: "select", target: { css: "#import-entity" }, value: entity.id }] : [];
    return [
      ...open,
      ...into,
      upload(csv(row)),
      see(translate("importAdded", locale, { count: 1 })),
      click(button(translate("importRun", locale))),
      see(translate("importDone", locale, { count: 1 })),
      ...openList(specification, entity.id),
      seeListed(form(entity.id).named(0)),
    ];
  },
};

/** A file in which no column belongs to a field. */
const UNREADABLE = "zzqxj\r\n1\r\n";

const upload = (content: string): AcceptanceStep => ({
  do: "upload",
  target: { css: "#import-file" },
  name: "records.csv",
  content,
});

/** What a row needs to be read, as texts by field; null if that is more than texts, or the record is not listed. */
function rowOf(entity: Entity, specification: Specification, form: FormSteps): Map<string, string> | null {
  if (!isListed(specification, entity.id)) return null;
  const needed = entity.fields.filter(
    ({ id, required, type }) => (required || id === entity.display) && !SET_BY_APP.includes(type),
  );
  const texts = (fields: readonly Field[]) =>
    fields.map(({ id }) => [id, textOf(form.example(id, 0))] as const);
  const known = texts(entity.fields).filter(([, text]) => text !== null);
  const row = needed.length > 0 ? texts(needed) : known.slice(0, 1);
  return row.length > 0 && row.every(isWritten) ? new Map(row) : null;
}

const SET_BY_APP: readonly Field["type"][] = ["auto_number", "created_at", "computed"];

const isWritten = (cell: readonly [string, string | null]): cell is [string, string] => cell[1] !== null;

function textOf(example: Entry | null): string | null {
  const [step] = example?.steps ?? [];
  if (step?.do === "fill") return step.value;
  return (step?.do !== "upload" && example?.shown) || null;
}

function csv(row: ReadonlyMap<string, string>): string {
  const line = (cells: Iterable<string>) =>
    [...cells].map((cell) => `"${cell.replaceAll('"', '""')}"`).join();
  return `${line(row.keys())}\r\n${line(row.values())}\r\n`;
}
