import type { z } from "zod";
import { GantryError } from "#core/kernel/errors.ts";
import { describeIssue } from "#core/kernel/input/describe-issue.ts";

/** A fault of one field of an input. `field` is a dotted path such as `files.3.path`, or empty for the whole input. */
interface Fault {
  readonly field: string;
  readonly message: string;
}

const MAX_FAULTS = 20;
const MAX_NAME = 80;
const UNKNOWN = "is not a field of this request";

/**
 * Parses an input with its schema. Throws InvalidInput with a sentence about the first invalid field and up to 20
 * faults in `errors`. `whole` is the name of the input in messages about no particular field: "The body".
 */
export function readInput<S extends z.ZodType>(schema: S, value: unknown, whole: string): z.output<S> {
  const parsed = schema.safeParse(value, { error: describeIssue });
  if (parsed.success) return parsed.data;
  const errors = faultsOf(parsed.error).slice(0, MAX_FAULTS);
  const { field, message } = errors[0] as Fault;
  const hint = message === UNKNOWN ? fieldsOf(schema) : "";
  throw new GantryError("InvalidInput", `${field || whole} ${message}.${hint}`, {
    field,
    detail: { errors },
  });
}

/** Describes the faults of a file that was parsed with `describeIssue`: "missions.attempts must be a number". */
export function describeFaults(error: z.ZodError): string {
  return faultsOf(error)
    .slice(0, MAX_FAULTS)
    .map(({ field, message }) => `${field || "it"} ${message === UNKNOWN ? "is unknown" : message}`)
    .join("; ");
}

/** A hint with the permitted fields, for an unknown field. */
function fieldsOf(schema: z.ZodType): string {
  const names = "shape" in schema ? Object.keys(schema.shape as object) : [];
  return names.length === 0 ? " It takes no fields." : ` Its fields are ${names.join(", ")}.`;
}

/** The faults of an input; each unknown field is a fault of its own. */
function faultsOf({ issues }: z.ZodError): Fault[] {
  return issues.flatMap((issue) => {
    const name = (...path: readonly PropertyKey[]) =>
      [...issue.path, ...path].map(String).join(".").toWellFormed().slice(0, MAX_NAME);
    return issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ field: name(key), message: UNKNOWN }))
      : [{ field: name(), message: issue.message }];
  });
}
