import type { KeyAttribute } from "#local-cloud/dynamodb/expressions/key-condition.ts";
import type { Path } from "#local-cloud/dynamodb/expressions/path.ts";
import type { Database } from "#local-cloud/dynamodb/store/database.ts";
import { encodeKey } from "#local-cloud/dynamodb/store/keys.ts";
import { type Index, namesOf, type Table } from "#local-cloud/dynamodb/store/table.ts";
import { type Item, typeOf } from "#local-cloud/dynamodb/values/attribute-value.ts";
import { member } from "#local-cloud/dynamodb/values/members.ts";
import { parseItem } from "#local-cloud/dynamodb/values/parse.ts";
import { valueSize } from "#local-cloud/dynamodb/values/size.ts";
import { ServiceError } from "#local-cloud/http.ts";
import { invalid } from "./input.ts";

const MAX_HASH_BYTES = 2048;
const MAX_RANGE_BYTES = 1024;

/** Returns the table that a request names. */
export function tableNamed({ tables }: Database, name: string): Table {
  const table = tables.get(name);
  if (table) return table;
  throw new ServiceError(
    "ResourceNotFoundException",
    `Requested resource not found: Table: ${name} not found`,
  );
}

/** Returns the key of an item to be put. */
export function keyOfItem(table: Table, item: Item): Buffer {
  for (const name of namesOf(table.key))
    if (!member(item, name)) throw invalid(`One of the required keys was not given a value: ${name}`);
  return checkedKey(table, item);
}

/** Returns the key in a request, which must have exactly the key's attributes. */
export function keyToFind(table: Table, given: unknown): { item: Item; key: Buffer } {
  const item = parseItem(given, "Key");
  const wanted = namesOf(table.key);
  if (Object.keys(item).length !== wanted.length)
    throw invalid("The number of conditions on the keys is invalid");
  for (const name of wanted)
    if (!member(item, name)) throw invalid(`One of the required keys was not given a value: ${name}`);
  return { item, key: checkedKey(table, item) };
}

/**
 * Throws for an item that cannot be in an index: an index key attribute may be missing, but not empty or of
 * another type.
 */
export function refuseIndexKeys({ indexes }: Table, item: Item): void {
  for (const { name: indexName, key } of indexes)
    for (const [attribute, limit] of limits(key)) {
      const value = member(item, attribute.name);
      if (!value) continue;
      if (typeOf(value) !== attribute.type)
        throw invalid(
          `One or more parameter values were invalid: Type mismatch for Index Key ${attribute.name} Expected: ${attribute.type} Actual: ${typeOf(value)} IndexName: ${indexName}`,
        );
      if (value.S === "" || value.B === "")
        throw invalid(
          `One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty ${value.S === "" ? "string" : "binary"} value. IndexName: ${indexName}, IndexKey: ${attribute.name}`,
        );
      if (valueSize(value) > limit)
        throw invalid(
          `One or more parameter values were invalid: Size limit exceeded: Size of ${attribute.name} must not be more than ${limit} bytes in index ${indexName}`,
        );
    }
}

/** Throws for paths into key attributes of a table or its indexes, which are scalars. */
export function refuseKeyParts({ key, indexes }: Table, paths: readonly Path[]): void {
  const tableKeys = new Set(namesOf(key));
  const indexKeys = new Set(indexes.flatMap((index) => namesOf(index.key)));
  for (const [name, ...steps] of paths)
    if (steps.length && (tableKeys.has(name) || indexKeys.has(name)))
      throw invalid(
        `Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: ${tableKeys.has(name) ? "Key" : "IndexKey"}: ${name}`,
      );
}

/** Returns the index that a request names. */
export function indexNamed({ indexes }: Table, name: string): Index {
  const index = indexes.find((one) => one.name === name);
  if (index) return index;
  throw invalid(`The table does not have the specified index: ${name}`);
}

function checkedKey({ key }: Table, item: Item): Buffer {
  for (const [{ name, type }, limit] of limits(key)) {
    const value = member(item, name);
    if (value?.[type] === undefined)
      throw invalid(
        `One or more parameter values were invalid: Type mismatch for key ${name} expected: ${type} actual: ${value && typeOf(value)}`,
      );
    if (value.S === "" || value.B === "")
      throw invalid(
        `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty ${type === "S" ? "string" : "binary"} value. Key: ${name}`,
      );
    if (valueSize(value) > limit)
      throw invalid(
        "Hash primary key values must be under 2048 bytes, and range primary key values must be under 1024 bytes",
      );
  }
  return encodeKey(item, key) as Buffer;
}

function limits({ hash, range }: Table["key"]): (readonly [KeyAttribute, number])[] {
  return [[hash, MAX_HASH_BYTES], ...(range ? [[range, MAX_RANGE_BYTES] as const] : [])];
}
