import { type FieldValue, STEPS, type Step } from "./steps.ts";

/** What the person enters by hand, by the output that it becomes. */
export type Entries = Readonly<Record<string, string>>;

/** An action of the recipe. */
export interface RecipeStep {
  readonly action: string;
  /** What to enter: the label of a field and its content. Outputs of earlier actions are in brackets. */
  readonly fields: readonly (readonly [label: string, content: string])[];
  /** The name to give to the output. */
  readonly output: string | null;
}

/** The Shortcut, action by action, for a person who builds it by hand. */
export function recipe(entries: Entries): readonly RecipeStep[] {
  return STEPS.map((step) => ({
    action: step.action,
    fields: step.fields.flatMap(({ label, value }) => contents(step, entries, label, value)),
    output: step.output,
  }));
}

function contents(
  { question, output }: Step,
  entries: Entries,
  label: string,
  value: FieldValue,
): (readonly [string, string])[] {
  if (question !== undefined && output !== null) return [[label, entries[output] ?? question]];
  if ("choice" in value) return [[label, shown(value.choice)]];
  if ("text" in value) return [[label, bracketed(value.text)]];
  if ("output" in value) return [[label, `[${value.output}]`]];
  return Object.entries(value.pairs).map(([name, text]) => [`${label}: ${name}`, bracketed(text)]);
}

const bracketed = (template: string) => template.replace(/\{([^}]+)\}/g, "[$1]");

const shown = (choice: string | number | boolean) => (choice === true ? "on" : String(choice));
