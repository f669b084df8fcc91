import type { z } from "zod";
import { GantryError } from "#core/kernel/errors.ts";
import { describeIssue } from "#core/kernel/input/describe-issue.ts";

/** What is wrong with one field of an input, whose name is a dotted path: `files.3.path`; empty for the whole. */
interface Fault {
  readonly field: string;
  readonly message: string;
}

const MAX_FAULTS = 20;
const MAX_NAME = 80;
const UNKNOWN = "is not a field of this request";

/**
 * An input as its schema takes it. Throws InvalidInput with a sentence on the first field that is wrong, and all of
 * them in `errors`. `whole` is what the input is called where no field can be named: "The body".
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

/** What is wrong with a file that was parsed with `describeIssue`: "missions.attempts must be a number". */
export function describeFaults(error: z.ZodError): string {
  return faultsOf(error)
    .slice(0, MAX_FAULTS)
    .map(({ field, message }) => `${field || "it"} ${message === UNKNOWN ? "is unknown" : message}`)
    .join("; ");
}

/** The fields that there are, where one was given that there is not. */
function fieldsOf(schema: z.ZodType): string {
  const names = "shape" in schema ? Object.keys(schema.shape as object) : [];
  return names.length === 0 ? " It takes no fields." : ` Its fields are ${names.join(", ")}.`;
}

/** The faults of an input; of fields that are unknown, each is one. */
function faultsOf({ issues }: z.ZodError): Fault[] {
  return issues.flatMap((issue) => {
    const name = (...path: readonly PropertyKey[]) =>
      [...issue.path, ...path].map(String).join(".").toWellFormed().slice(0, MAX_NAME);
    return issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ field: name(key), message: UNKNOWN }))
      : [{ field: name(), message: issue.message }];
  });
}
