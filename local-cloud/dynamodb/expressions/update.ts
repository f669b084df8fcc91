import { type AttributeValue, typeOf } from "#local-cloud/dynamodb/values/attribute-value.ts";
import { openParser, type Parser, RANK } from "./parser.ts";
import { type Path, pathProblem, typeName } from "./path.ts";
import type { Placeholders } from "./placeholders.ts";

/** The value that SET assigns, computed from the item before the update. */
export type Source =
  | { readonly kind: "path"; readonly path: Path }
  | { readonly kind: "value"; readonly value: AttributeValue }
  | { readonly kind: "sum"; readonly sign: 1 | -1; readonly left: Source; readonly right: Source }
  | { readonly kind: "if_not_exists"; readonly path: Path; readonly otherwise: Source }
  | { readonly kind: "list_append"; readonly left: Source; readonly right: Source };

export interface Update {
  readonly set: readonly { readonly path: Path; readonly source: Source }[];
  readonly remove: readonly Path[];
  readonly add: readonly { readonly path: Path; readonly value: AttributeValue }[];
  readonly delete: readonly { readonly path: Path; readonly value: AttributeValue }[];
}

const CONDITION_FUNCTIONS = new Set([
  "attribute_exists",
  "attribute_not_exists",
  "attribute_type",
  "begins_with",
  "contains",
  "size",
]);

/** Parses an UpdateExpression. Throws for everything that DynamoDB refuses before it reads an item. */
export function parseUpdate(source: string, placeholders: Placeholders): Update {
  const parser = openParser("UpdateExpression", source, placeholders);
  const update = {
    set: [] as { path: Path; source: Source }[],
    remove: [] as Path[],
    add: [] as { path: Path; value: AttributeValue }[],
    delete: [] as { path: Path; value: AttributeValue }[],
  };
  const clauses = {
    SET: () => update.set.push(assignment(parser)),
    REMOVE: () => update.remove.push(parser.path()),
    ADD: () => update.add.push(change(parser, "ADD", ["N", "SS", "NS", "BS"])),
    DELETE: () => update.delete.push(change(parser, "DELETE", ["SS", "NS", "BS"])),
  };
  const seen = new Set<string>();
  do {
    const [keyword, clause] =
      Object.entries(clauses).find(([word]) => parser.takes(word)) ?? parser.syntaxError();
    if (seen.has(keyword))
      parser.problem(`The "${keyword}" section can only be used once in an update expression;`);
    seen.add(keyword);
    do clause();
    while (parser.takes(","));
  } while (Object.keys(clauses).some((word) => parser.sees(word)));
  const problem = pathProblem(pathsOf(update));
  if (problem) parser.problem(problem, RANK.path);
  parser.end();
  return update;
}

/** Returns all paths that an update writes. */
export function pathsOf(update: Update): Path[] {
  return [...[...update.set, ...update.add, ...update.delete].map(({ path }) => path), ...update.remove];
}

function assignment(parser: Parser): { path: Path; source: Source } {
  const path = parser.path();
  parser.expect("=");
  return { path, source: sum(parser) };
}

function sum(parser: Parser): Source {
  const left = term(parser);
  const sign = parser.takes("+") ? 1 : parser.takes("-") ? -1 : undefined;
  if (!sign) return left;
  const right = term(parser);
  for (const one of [left, right]) {
    if (one.kind === "list_append")
      parser.problem(
        "The function is not allowed to be used this way in an expression; function: list_append",
      );
    refuseType(parser, sign === 1 ? "+" : "-", one, "N");
  }
  return { kind: "sum", sign, left, right };
}

function term(parser: Parser): Source {
  if (parser.takes("(")) {
    const inner = sum(parser);
    parser.expect(")");
    return inner;
  }
  if (parser.seesValue()) return { kind: "value", value: parser.value() };
  return parser.seesCall() ? call(parser) : { kind: "path", path: parser.path() };
}

function call(parser: Parser): Source {
  const name = parser.call();
  const operands: Source[] = [];
  do operands.push(sum(parser));
  while (parser.takes(","));
  parser.expect(")");
  const nothing: Source = { kind: "value", value: { L: [] } };
  const [left = nothing, right = nothing] = operands;
  if (name !== "if_not_exists" && name !== "list_append")
    parser.problem(
      CONDITION_FUNCTIONS.has(name)
        ? `The function is not allowed in an update expression; function: ${name}`
        : `Invalid function name; function: ${name}`,
    );
  else if (operands.length !== 2)
    parser.problem(
      `Incorrect number of operands for operator or function; operator or function: ${name}, number of operands: ${operands.length}`,
      RANK.count,
    );
  if (name === "if_not_exists" && left.kind === "path")
    return { kind: "if_not_exists", path: left.path, otherwise: right };
  if (name === "if_not_exists")
    parser.problem("Operator or function requires a document path; operator or function: if_not_exists");
  if (name === "list_append") for (const one of [left, right]) refuseType(parser, name, one, "L");
  return { kind: "list_append", left, right };
}

function change(
  parser: Parser,
  clause: string,
  types: readonly string[],
): { path: Path; value: AttributeValue } {
  const path = parser.path();
  const value = parser.value();
  if (!types.includes(typeOf(value)))
    parser.problem(
      `Incorrect operand type for operator or function; operator: ${clause}, operand type: ${typeName(value)}`,
      RANK.type,
    );
  return { path, value };
}

function refuseType(parser: Parser, operator: string, source: Source, type: string): void {
  const found = knownType(source);
  if (found && found !== type)
    parser.problem(
      `Incorrect operand type for operator or function; operator or function: ${operator}, operand type: ${found}`,
      RANK.type,
    );
}

/** Returns the type of a value that does not depend on the item. */
function knownType(source: Source): string | undefined {
  if (source.kind === "value") return typeOf(source.value);
  return source.kind === "sum" ? "N" : source.kind === "list_append" ? "L" : undefined;
}
