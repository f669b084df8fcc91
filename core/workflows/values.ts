import { z } from "zod";
import { GantryError } from "#core/kernel/errors.ts";
import { type Json, jsonSchema } from "#core/kernel/json.ts";

const PATH = /^(input|steps)(\.[A-Za-z0-9_-]{1,64}){1,8}$/;

/** A reference to a value of the run by its path: `input.project`, `steps.live.url`. */
const referenceSchema = z.strictObject({
  from: z.string().regex(PATH, "must be a path such as input.project or steps.<id>.url"),
});
type Reference = z.infer<typeof referenceSchema>;

/** JSON in which each object `{"from": <path>}` is replaced by a value of the run. */
export const templateSchema = jsonSchema.refine((value) => referenceFaults(value).length === 0, {
  error: "has an object with the member 'from' that is not a path such as input.project or steps.<id>.url",
});
export type Template = Json;

/** The values of a run: its input, and the results of its steps by step id. */
export interface Values {
  readonly input: Json;
  readonly steps: ReadonlyMap<string, Json>;
}

export type Condition =
  | { readonly equals: readonly [Template, Template] }
  | { readonly not: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ equals: z.tuple([templateSchema, templateSchema]) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ all: z.array(conditionSchema).min(1).max(20) }),
    z.strictObject({ any: z.array(conditionSchema).min(1).max(20) }),
  ]),
) as z.ZodType<Condition>;

/** The template with its references replaced by values of the run. Throws InvalidInput for a path without a value. */
export function fill(template: Template, values: Values): Json {
  if (isReference(template)) return look(template.from, values);
  if (Array.isArray(template)) return template.map((item: Template) => fill(item, values));
  if (typeof template !== "object" || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([name, item]) => [name, fill(item, values)]));
}

/** Whether a condition is true. Throws InvalidInput for a path without a value. */
export function holds(condition: Condition, values: Values): boolean {
  if ("equals" in condition) {
    const [left, right] = condition.equals.map((template) => fill(template, values));
    return isSame(left as Json, right as Json);
  }
  if ("not" in condition) return !holds(condition.not, values);
  if ("all" in condition) return condition.all.every((each) => holds(each, values));
  return condition.any.some((each) => holds(each, values));
}

/** The ids of the steps whose results a template or condition uses. */
export function namedSteps(value: unknown): string[] {
  return paths(value as Json).flatMap((path) => {
    const [root, step] = path.split(".");
    return root === "steps" && step !== undefined ? [step] : [];
  });
}

function paths(value: Json): string[] {
  if (isReference(value)) return [value.from];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(paths);
}

function referenceFaults(value: Json): Json[] {
  if (typeof value !== "object" || value === null) return [];
  if (!Array.isArray(value) && Object.hasOwn(value, "from")) return isReference(value) ? [] : [value];
  return Object.values(value).flatMap(referenceFaults);
}

function isReference(value: Json): value is Reference {
  return referenceSchema.safeParse(value).success;
}

function look(path: string, { input, steps }: Values): Json {
  const [root, ...names] = path.split(".");
  const [first = "", ...rest] = names;
  const start = root === "input" ? member(input, first) : steps.get(first);
  const found = rest.reduce<Json | undefined>((value, name) => member(value, name), start);
  if (found === undefined) throw new GantryError("InvalidInput", `This run has no value ${path}.`);
  return found;
}

function member(value: Json | undefined, name: string): Json | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, Json>>)[name];
}

function isSame(left: Json, right: Json): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => {
      const [one, other] = [member(left, name), member(right, name)];
      return one !== undefined && other !== undefined && isSame(one, other);
    })
  );
}
