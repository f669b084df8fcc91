import { TODAY } from "#core/factory/acceptance.ts";
import type { FieldPlace } from "#core/factory/generate/fields/field-module.ts";
import { fieldModule } from "#core/factory/generate/fields/fields.ts";
import type { Field } from "#core/factory/specification/field.ts";
import type { Operand } from "#core/factory/specification/formula.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import type { Entry } from "./form-steps.ts";
import { control } from "./forms.ts";
import { fill } from "./steps.ts";
import { calculated, SOMETHING, type Value } from "./value.ts";

/** What to enter in a record, by field. */
export type Entries = ReadonlyMap<string, Entry>;

/** A value that the field of a new record can have, and what to enter for it. */
export interface Candidate {
  value(today: string): Value;
  readonly entries: Entries;
}

/** A value that a condition compares with. */
export type Constant = string | number;

/** A day that has passed and one that is to come, for as long as an app is tested. */
const PAST = "2020-01-15";
const FUTURE = "2099-01-15";
const EXAMPLES = 6;
/** Numbers that conditions often tell apart. */
const COMMON_NUMBERS = [0, 1, 1000];
/** The most combinations of two operands that are tried. */
const MOST_PAIRS = 400;

/**
 * The values that steps can give a field of a new record, nothing last. The `constants` are among those of a text, and
 * numbers around them among those of a number.
 */
export function candidatesOf(
  field: Field,
  place: FieldPlace,
  constants: readonly Constant[] = [],
): Candidate[] {
  const { type, required, unique, reference, default: initial } = field;
  if (type === "computed") return computed(field, place, constants);
  if (type === "created_at") return [{ value: (today) => today, entries: new Map() }];
  if (type === "auto_number" || field.id === place.entity.display) return [UNKNOWN];
  // A record to refer to is there only where there has to be one.
  if (reference) return [required || reference.owned ? UNKNOWN : emptyIn(field)];
  if (unique && required) return [UNKNOWN, ...entered(field, place, constants)];
  const canBeEmpty = !required && initial === undefined && type !== "boolean";
  return [...entered(field, place, constants), ...(canBeEmpty ? [emptyIn(field)] : [])];
}

const UNKNOWN: Candidate = { value: () => SOMETHING, entries: new Map() };

const emptyIn = ({ id }: Field): Candidate => ({
  value: () => null,
  entries: new Map([[id, { steps: [], shown: null }]]),
});

function entered(field: Field, place: FieldPlace, constants: readonly Constant[]): Candidate[] {
  if (field.type === "date") return days(field, "");
  if (field.type === "date_time") return days(field, "T09:00");
  return [...examples(field, place), ...numbers(field, place, constants), ...texts(field, constants)];
}

function texts(field: Field, constants: readonly Constant[]): Candidate[] {
  if (field.type !== "text" && field.type !== "long_text") return [];
  return constants
    .filter((each) => typeof each === "string" && each.trim() !== "")
    .map((text) => {
      const entry = { steps: [fill(control(field), String(text))], shown: String(text) };
      return { value: () => text, entries: new Map([[field.id, entry]]) };
    });
}

/** `time` follows the day in what is entered. */
function days(field: Field, time: string): Candidate[] {
  const enter = (day: string): Entries =>
    new Map([[field.id, { steps: [fill(control(field), `${day}${time}`)], shown: null }]]);
  return [
    { value: () => PAST, entries: enter(PAST) },
    { value: () => FUTURE, entries: enter(FUTURE) },
    { value: (today) => today, entries: enter(TODAY) },
  ];
}

function examples(field: Field, place: FieldPlace): Candidate[] {
  const count = field.type === "boolean" ? 2 : (field.options?.length ?? EXAMPLES);
  return Array.from({ length: count }, (_, n) => fieldModule(field.type).example(field, n, place)).flatMap(
    (example) => {
      const steps = example?.steps(control(field)) ?? [];
      if (!example || steps.length === 0) return [];
      const value = isValue(example.value) ? example.value : SOMETHING;
      return [{ value: () => value, entries: new Map([[field.id, { steps, shown: example.shown }]]) }];
    },
  );
}

const isValue = (value: unknown): value is Exclude<Value, typeof SOMETHING> =>
  ["string", "number", "boolean"].includes(typeof value) || Array.isArray(value);

/** Numbers that the field accepts: common ones, and those around the constants. */
function numbers(field: Field, place: FieldPlace, constants: readonly Constant[]): Candidate[] {
  const { numbered } = fieldModule(field.type);
  if (!numbered) return [];
  const near = constants.flatMap((each) => (typeof each === "number" ? [each, each - 1, each + 1] : []));
  const tried = [...near, ...COMMON_NUMBERS];
  return tried
    .filter((value) => isAccepted(field, value))
    .map((value) => {
      const { steps, shown } = numbered(field, value, place);
      return { value: () => value, entries: new Map([[field.id, { steps: steps(control(field)), shown }]]) };
    });
}

function isAccepted({ type, min, max }: Field, value: number): boolean {
  const [least, most] = RANGES[type] ?? [];
  const step = type === "decimal" || type === "percent" ? 0 : type === "duration" ? 60 : 1;
  return (
    (step === 0 || value % step === 0) &&
    value >= (least ?? min ?? value) &&
    value <= (type === "rating" ? (max ?? 5) : (most ?? max ?? value))
  );
}

const RANGES: Partial<Record<Field["type"], readonly [number, number?]>> = {
  percent: [0, 100],
  duration: [0],
  rating: [1],
};

/** The results of a formula for what can be entered in its operands. No record names a new one yet. */
function computed({ formula }: Field, place: FieldPlace, constants: readonly Constant[]): Candidate[] {
  if (!formula) return [];
  if (!("left" in formula)) {
    const value = formula.op === "count" || formula.op === "sum" ? 0 : null;
    return [{ value: () => value, entries: new Map() }];
  }
  const [left, right] = [formula.left, formula.right].map((each) =>
    operandCandidates(each, place, constants),
  );
  return (left ?? [])
    .flatMap((one) => (right ?? []).map((other) => [one, other] as const))
    .slice(0, MOST_PAIRS)
    .flatMap(([one, other]) => {
      const entries = merged(one.entries, other.entries);
      const value = (today: string) => calculated(formula, one.value(today), other.value(today), place);
      return entries ? [{ value, entries }] : [];
    });
}

function operandCandidates(operand: Operand, place: FieldPlace, constants: readonly Constant[]): Candidate[] {
  if ("today" in operand) return [{ value: (today) => today, entries: new Map() }];
  if ("number" in operand) return [{ value: () => operand.number, entries: new Map() }];
  const field = place.entity.fields.find(({ id }) => id === operand.field);
  return field ? candidatesOf(field, place, constants) : [];
}

/** What to enter for two values; null if a field would have to have two. */
export function merged(one: Entries, other: Entries): Entries | null {
  const clash = [...one].some(([id, entry]) => {
    const second = other.get(id);
    return second !== undefined && canonicalJson(second.steps) !== canonicalJson(entry.steps);
  });
  return clash ? null : new Map([...one, ...other]);
}
