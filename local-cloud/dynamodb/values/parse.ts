import { ServiceError } from "#local-cloud/http.ts";
import { type AttributeType, type AttributeValue, type Item, TYPES, typeOf } from "./attribute-value.ts";
import { membersOf } from "./members.ts";
import { canonicalNumber } from "./number.ts";

const MAX_NESTING = 32;
const MAX_NAME_BYTES = 65_535;
const INVALID = "One or more parameter values were invalid: ";

/** Parses attributes of a request, with canonical numbers. Throws with the service's own messages. */
export function parseItem(given: unknown, what = "Item"): Item {
  if (!isObject(given)) throw notAStructure(what);
  return membersOf(
    Object.entries(given).map(([name, value]) => {
      refuseName(name);
      if (value === null)
        throw invalid(`The supplied ${what} contains a null AttributeValue: ${name} is null`);
      return [name, parseValue(value)];
    }),
  );
}

/** `depth`: the number of maps and lists around the value. */
export function parseValue(given: unknown, depth = 0): AttributeValue {
  if (!isObject(given)) throw notAStructure("AttributeValue");
  const [first, ...more] = Object.entries(given).filter(([type, value]) => isType(type) && value !== null);
  if (!first)
    throw invalid("Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
  if (more.length)
    throw invalid(
      "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes",
    );
  const [type, content] = first as [AttributeType, unknown];
  return { [type]: parsers[type](content, depth) };
}

const parsers: Record<AttributeType, (content: unknown, depth: number) => unknown> = {
  S: string,
  N: (content) => canonicalNumber(text(content)),
  B: base64,
  BOOL: boolean,
  NULL: (content) => {
    if (!boolean(content)) throw invalid(`${INVALID}Null attribute value types must have the value of true`);
    return true;
  },
  SS: (content) => {
    const strings = array(content).map(string);
    if (!strings.length) throw invalid(`${INVALID}An string set  may not be empty`);
    if (hasDuplicates(strings))
      throw invalid(`${INVALID}Input collection [${strings.join(", ")}] contains duplicates.`);
    return strings;
  },
  NS: (content) => {
    const numbers = array(content).map((one) => canonicalNumber(text(one)));
    if (!numbers.length) throw invalid(`${INVALID}An number set  may not be empty`);
    if (hasDuplicates(numbers)) throw invalid("Input collection contains duplicates");
    return numbers;
  },
  BS: (content) => {
    const binaries = array(content).map(base64);
    if (!binaries.length) throw invalid(`${INVALID}Binary sets should not be empty`);
    if (hasDuplicates(binaries)) throw invalid(`${INVALID}Input collection of type BS contains duplicates.`);
    return binaries;
  },
  L: (content, depth) => array(content).map((value) => parseValue(value, nested(depth))),
  M: (content, depth) => {
    if (!isObject(content)) throw notAStructure("M");
    return membersOf(
      Object.entries(content).map(([name, value]) => {
        refuseName(name);
        return [name, parseValue(value, nested(depth))];
      }),
    );
  },
};

/** Throws if an update has nested values too deeply. */
export function refuseDeep(item: Item): void {
  for (const name in item) refuseDeepValue(item[name] as AttributeValue, 0);
}

function refuseDeepValue(value: AttributeValue, depth: number): void {
  const type = typeOf(value);
  if (type === "L") for (const one of value.L ?? []) refuseDeepValue(one, nested(depth));
  if (type === "M") for (const one of Object.values(value.M ?? {})) refuseDeepValue(one, nested(depth));
}

/** Increments a depth. Throws if it exceeds the limit. */
function nested(depth: number): number {
  if (depth + 1 >= MAX_NESTING)
    throw invalid(
      "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit",
    );
  return depth + 1;
}

function refuseName(name: string): void {
  if (!name) throw invalid("Empty attribute name");
  if (name.length > MAX_NAME_BYTES / 3 && Buffer.byteLength(name) > MAX_NAME_BYTES)
    throw invalid("Attribute name is too large, must be less than 65536 bytes");
}

/** Text with half of a surrogate pair cannot be encoded, and so neither stored nor sorted. */
function string(content: unknown): string {
  const value = text(content);
  if (!value.isWellFormed()) throw invalid(`${INVALID}A string holds half of a surrogate pair`);
  return value;
}

function text(content: unknown): string {
  if (typeof content === "string") return content;
  throw new ServiceError("SerializationException", `${kindOf(content)} can not be converted to an String`);
}

function boolean(content: unknown): boolean {
  if (typeof content === "boolean") return content;
  throw new ServiceError("SerializationException", `${kindOf(content)} can not be converted to an Boolean`);
}

function array(content: unknown): unknown[] {
  if (Array.isArray(content)) return content;
  throw new ServiceError("SerializationException", "Start of list expected");
}

function base64(content: unknown): string {
  const value = text(content);
  if (value.length % 4 || !/^[A-Za-z0-9+/]*={0,2}$/.test(value))
    throw new ServiceError("SerializationException", "A binary value is not Base64");
  return Buffer.from(value, "base64").toString("base64");
}

function hasDuplicates(values: readonly string[]): boolean {
  return new Set(values).size < values.length;
}

function isType(name: string): name is AttributeType {
  return (TYPES as readonly string[]).includes(name);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  return typeof value === "number" ? "NUMBER_VALUE" : Array.isArray(value) ? "LIST_VALUE" : `${typeof value}`;
}

function notAStructure(what: string): ServiceError {
  return new ServiceError("SerializationException", `${what} must be a structure`);
}

function invalid(message: string): ServiceError {
  return new ServiceError("ValidationException", message);
}
