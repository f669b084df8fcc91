/**
 * Reads a value against a schema of `@vercel/sdk` without its leniency: the SDK turns a missing string into "",
 * takes "1" for 1 and drops unknown members, all of which would hide mistakes. Gives one line per fault.
 */
export function strictFaults(schema: any, value: unknown, at = "$"): string[] {
  const { typeName, ...def } = schema._def;
  switch (typeName) {
    case "ZodLazy":
      return strictFaults(def.getter(), value, at);
    case "ZodOptional":
      return value === undefined ? [] : strictFaults(def.innerType, value, at);
    case "ZodNullable":
      return value === null ? [] : strictFaults(def.innerType, value, at);
    case "ZodDefault":
      return value === undefined ? [] : strictFaults(def.innerType, value, at);
    case "ZodUnion":
      return unionFaults(def.options, value, at);
    case "ZodObject":
      return objectFaults(def.shape(), value, at);
    case "ZodArray":
      if (!Array.isArray(value)) return [`${at}: not a list`];
      return value.flatMap((item, index) => strictFaults(def.type, item, `${at}[${index}]`));
    case "ZodRecord":
      if (!isObject(value)) return [`${at}: not an object`];
      return Object.entries(value).flatMap(([key, item]) =>
        strictFaults(def.valueType, item, `${at}.${key}`),
      );
    case "ZodEffects":
      // A union of the SDK's own making hides its options; what it accepts is all there is to ask.
      if (def.schema._def.typeName !== "ZodUnknown") return strictFaults(def.schema, value, at);
      return plainFaults(schema, value, at);
    default:
      return plainFaults(schema, value, at);
  }
}

/** A lenient option stands for "take it anyway": it converts, or turns null and undefined into something else. */
const LENIENT = new Set(["ZodAny", "ZodString", "ZodNull", "ZodUndefined"]);
const isLenient = ({ _def }: any) => _def.typeName === "ZodEffects" && LENIENT.has(_def.schema._def.typeName);

function unionFaults(options: any[], value: unknown, at: string): string[] {
  const strict = options.filter((option) => !isLenient(option) && !isConversion(option));
  const results = strict.map((option) => strictFaults(option, value, at));
  if (results.some((faults) => faults.length === 0)) return [];
  if (value === undefined) return [`${at}: missing`];
  return results.sort((a, b) => a.length - b.length)[0] ?? [`${at}: no option fits`];
}

/** `null` or `undefined` becoming zero is itself a union inside the SDK's unions. */
const isConversion = ({ _def }: any): boolean => _def.typeName === "ZodAny";

function objectFaults(shape: Record<string, unknown>, value: unknown, at: string): string[] {
  if (value === undefined) return [`${at}: missing`];
  if (!isObject(value)) return [`${at}: not an object`];
  const unknown = Object.keys(value).filter((key) => !(key in shape));
  return [
    ...unknown.map((key) => `${at}.${key}: unknown`),
    ...Object.entries(shape).flatMap(([key, member]) => strictFaults(member, value[key], `${at}.${key}`)),
  ];
}

function plainFaults(schema: any, value: unknown, at: string): string[] {
  if (value === undefined && !schema.isOptional()) return [`${at}: missing`];
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : [`${at}: ${parsed.error.issues[0]?.message ?? "not accepted"}`];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
