import { type AttributeValue, type Item, typeOf } from "#local-cloud/dynamodb/values/attribute-value.ts";
import { member, setMember } from "#local-cloud/dynamodb/values/members.ts";
import { addNumbers } from "#local-cloud/dynamodb/values/number.ts";
import { ServiceError } from "#local-cloud/http.ts";
import { type Path, valueAt } from "./path.ts";
import { pathsOf, type Source, type Update } from "./update.ts";

/**
 * Changes `after`, a copy of `before`. All values and list positions refer to `before`: removed elements
 * leave gaps that are closed at the end, and elements beyond the end of a list are appended in the order of
 * their positions.
 */
export function applyUpdate(update: Update, before: Item, after: Item): void {
  for (const path of pathsOf(update)) if (!containerOf(before, path)) throw noPath();
  const touched = new Set<AttributeValue[]>();
  const write = (path: Path, value: AttributeValue | undefined) => writeAt(after, path, value, touched);
  for (const { path, source } of update.set) write(path, evaluate(source, before));
  for (const { path, value } of update.add) write(path, added(valueAt(before, path), value));
  for (const { path, value } of update.delete) write(path, without(valueAt(before, path), value));
  for (const path of update.remove) write(path, undefined);
  for (const list of touched) close(list);
}

function evaluate(source: Source, item: Item): AttributeValue {
  switch (source.kind) {
    case "value":
      return source.value;
    case "path": {
      const value = valueAt(item, source.path);
      if (value) return value;
      throw invalid("The provided expression refers to an attribute that does not exist in the item");
    }
    case "if_not_exists":
      return valueAt(item, source.path) ?? evaluate(source.otherwise, item);
    case "sum": {
      const left = evaluate(source.left, item).N;
      const right = evaluate(source.right, item).N;
      if (left === undefined || right === undefined) throw wrongType();
      return { N: addNumbers(left, right, source.sign) };
    }
    case "list_append": {
      const left = evaluate(source.left, item).L;
      const right = evaluate(source.right, item).L;
      if (!left || !right) throw wrongType();
      return { L: [...left, ...right] };
    }
  }
}

function added(value: AttributeValue | undefined, more: AttributeValue): AttributeValue {
  if (!value) return more;
  if (typeOf(value) !== typeOf(more)) throw wrongType();
  if (value.N !== undefined && more.N !== undefined) return { N: addNumbers(value.N, more.N) };
  const { type, members, others } = sets(value, more);
  return { [type]: [...new Set([...members, ...others])] };
}

/** Returns undefined if the set becomes empty. */
function without(value: AttributeValue | undefined, less: AttributeValue): AttributeValue | undefined {
  if (!value) return undefined;
  const { type, members, others } = sets(value, less);
  const left = members.filter((one) => !others.includes(one));
  return left.length ? { [type]: left } : undefined;
}

function sets(value: AttributeValue, other: AttributeValue) {
  const type = typeOf(value);
  if (type !== typeOf(other) || (type !== "SS" && type !== "NS" && type !== "BS")) throw wrongType();
  return { type, members: value[type] ?? [], others: other[type] ?? [] };
}

/** Returns the map or list that contains a path's last step, or undefined if there is none of its type. */
function containerOf(item: Item, path: Path): Pick<AttributeValue, "M" | "L"> | undefined {
  const parent = path.length === 1 ? { M: item } : valueAt(item, path.slice(0, -1) as unknown as Path);
  const isThere = typeof path.at(-1) === "string" ? parent?.M : parent?.L;
  return isThere && parent;
}

/** `undefined` removes the value. */
function writeAt(
  item: Item,
  path: Path,
  value: AttributeValue | undefined,
  touched: Set<AttributeValue[]>,
): void {
  const last = path.at(-1) as string | number;
  const { M: map = {}, L: list = [] } = containerOf(item, path) ?? {};
  if (typeof last === "string") {
    if (value) setMember(map, last, value);
    else if (member(map, last)) delete map[last];
    return;
  }
  touched.add(list);
  if (value) list[last] = value;
  else delete list[last];
}

/** Closes gaps: `filter` skips empty elements and keeps the order. */
function close(list: AttributeValue[]): void {
  const elements = list.filter(() => true);
  list.length = 0;
  list.push(...elements);
}

function noPath(): ServiceError {
  return invalid("The document path provided in the update expression is invalid for update");
}

function wrongType(): ServiceError {
  return invalid("An operand in the update expression has an incorrect data type");
}

function invalid(message: string): ServiceError {
  return new ServiceError("ValidationException", message);
}
