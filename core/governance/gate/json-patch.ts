import type { ContextDelta } from "#core/governance/gate/context-delta.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { Json } from "#core/kernel/json.ts";

type Operation = ContextDelta[number];
type Path = readonly string[];

/**
 * Returns the context with all operations applied in order (RFC 6902); the input is not changed. Throws InvalidInput,
 * naming the operation, when one cannot be applied.
 */
export function applyDelta(context: Json, delta: ContextDelta): Json {
  return delta.reduce<Json>((document, operation, index) => {
    try {
      return apply(document, operation);
    } catch (error) {
      if (!(error instanceof Inapplicable)) throw error;
      const { message, member } = error;
      throw new GantryError("InvalidInput", `context_delta.${index}.${member} ${message}.`, {
        field: `context_delta.${index}.${member}`,
      });
    }
  }, context);
}

class Inapplicable extends Error {
  readonly member: "path" | "from" | "value";
  constructor(message: string, member: "path" | "from" | "value" = "path") {
    super(message);
    this.member = member;
  }
}

function apply(document: Json, operation: Operation): Json {
  const path = tokensOf(operation.path);
  switch (operation.op) {
    case "add":
      return add(document, path, operation.value);
    case "remove":
      return remove(document, path);
    case "replace":
      find(document, path);
      return path.length === 0 ? operation.value : add(remove(document, path), path, operation.value);
    case "move": {
      if (`${operation.path}/`.startsWith(`${operation.from}/`) && operation.path !== operation.from)
        throw new Inapplicable("must not be inside from");
      const from = tokensOf(operation.from);
      const moved = source(document, from);
      return add(remove(document, from), path, moved);
    }
    case "copy":
      return add(document, path, source(document, tokensOf(operation.from)));
    case "test":
      if (canonicalJson(find(document, path)) !== canonicalJson(operation.value))
        throw new Inapplicable("does not equal the value in the context", "value");
      return document;
  }
}

const tokensOf = (pointer: string): Path =>
  pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));

function source(document: Json, from: Path): Json {
  try {
    return find(document, from);
  } catch {
    throw new Inapplicable("does not exist in the context", "from");
  }
}

function find(document: Json, path: Path): Json {
  return path.reduce<Json>((value, token) => {
    const child = isList(value)
      ? value[indexIn(value, token, value.length - 1)]
      : isObject(value) && Object.hasOwn(value, token)
        ? value[token]
        : undefined;
    if (child === undefined) throw new Inapplicable("does not exist in the context");
    return child;
  }, document);
}

function add(document: Json, path: Path, value: Json): Json {
  return inParent(document, path, value, (parent, token) => {
    if (!isList(parent)) return { ...parent, [token]: value };
    return parent.toSpliced(token === "-" ? parent.length : indexIn(parent, token, parent.length), 0, value);
  });
}

function remove(document: Json, path: Path): Json {
  find(document, path);
  if (path.length === 0) return null;
  return inParent(document, path, null, (parent, token) =>
    isList(parent)
      ? parent.toSpliced(Number(token), 1)
      : Object.fromEntries(Object.entries(parent).filter(([name]) => name !== token)),
  );
}

type Container = readonly Json[] | { readonly [name: string]: Json };

/** Returns the document with the container of the last token changed. For an empty path it returns `whole`. */
function inParent(
  document: Json,
  [token, ...rest]: Path,
  whole: Json,
  change: (parent: Container, token: string) => Json,
): Json {
  if (token === undefined) return whole;
  if (!isList(document) && !isObject(document)) throw new Inapplicable("does not exist in the context");
  if (rest.length === 0) return change(document, token);
  const child = inParent(find(document, [token]), rest, whole, change);
  return isList(document) ? document.with(Number(token), child) : { ...document, [token]: child };
}

function indexIn(list: readonly Json[], token: string, last: number): number {
  if (!/^(0|[1-9]\d{0,8})$/.test(token) || Number(token) > last)
    throw new Inapplicable(`is not an index of a list of ${list.length}`);
  return Number(token);
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === "object" && value !== null && !isList(value);
