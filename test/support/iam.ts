/**
 * IAM's decision over one request of a principal of the same account, as "Policy evaluation logic" in the IAM user
 * guide tells it: an explicit Deny anywhere wins; otherwise an Allow of an identity policy or of the resource's own
 * policy is needed. Whatever this does not know is an error, so that no policy is judged by half.
 */

export interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Principal?: "*" | Readonly<Record<string, string | readonly string[]>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface AccessRequest {
  /** ARN of the role that asks, or `service.amazonaws.com`. */
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  /** Condition keys of the request; several values for multivalued keys. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
}

export interface Policies {
  readonly identity: readonly Statement[];
  /** The resource's own policy. */
  readonly resource?: readonly Statement[];
}

export type Decision = "allowed" | "denied" | "explicitly denied";

export function decide({ identity, resource = [] }: Policies, request: AccessRequest): Decision {
  const own = identity.filter((statement) => applies(statement, request));
  const its = resource.filter((statement) => applies(statement, request));
  const named = its.filter((statement) => isFor(statement, request.principal));
  const lent = its.filter((statement) => isFor(statement, accountOf(request.principal)));
  if ([...own, ...named, ...lent].some(({ Effect }) => Effect === "Deny")) return "explicitly denied";
  const allows = (statements: readonly Statement[]) => statements.some(({ Effect }) => Effect === "Allow");
  // A key is used by whom its own policy names, or by whom an identity policy allows if it lends that to the account.
  const isKey = request.action.startsWith("kms:");
  return allows(named) || (allows(own) && (!isKey || allows(lent))) ? "allowed" : "denied";
}

function applies(statement: Statement, request: AccessRequest): boolean {
  const known = new Set([
    ...["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Principal", "Condition"],
  ]);
  for (const key of Object.keys(statement))
    if (!known.has(key)) throw new Error(`unknown element ${key} of a statement`);
  const context = lowerKeys(request.context ?? {});
  return (
    names(statement.Action, statement.NotAction, (pattern) =>
      like(pattern.toLowerCase(), request.action.toLowerCase()),
    ) &&
    names(statement.Resource, statement.NotResource, (pattern) => {
      const filled = fill(pattern, context);
      return filled !== undefined && like(filled, request.resource);
    }) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, expected]) =>
        holds(operator, context[key.toLowerCase()], list(expected as string | string[]).map(String), context),
      ),
    )
  );
}

/** A resource policy's statement without an action's resource stands for the resource it hangs on. */
function names(
  positive: string | readonly string[] | undefined,
  negative: string | readonly string[] | undefined,
  matches: (pattern: string) => boolean,
): boolean {
  if (negative !== undefined) return !list(negative).some(matches);
  return positive === undefined ? false : list(positive).some(matches);
}

function isFor({ Principal }: Statement, principal: string | undefined): boolean {
  if (Principal === undefined) throw new Error("a resource policy's statement names nobody");
  if (principal === undefined) return false;
  if (Principal === "*") return true;
  return Object.values(Principal)
    .flatMap(list)
    .some((named) => named === "*" || named === principal);
}

/** The account a role belongs to, as policies name it. */
function accountOf(principal: string): string | undefined {
  const account = /^arn:aws:iam::(\d+):/.exec(principal)?.[1];
  return account && `arn:aws:iam::${account}:root`;
}

type Context = Readonly<Record<string, string | readonly string[]>>;
type Test = (value: string, expected: string) => boolean;

const POSITIVE: Readonly<Record<string, Test>> = {
  StringEquals: (value, expected) => value === expected,
  StringEqualsIgnoreCase: (value, expected) => value.toLowerCase() === expected.toLowerCase(),
  StringLike: (value, expected) => like(expected, value),
  ArnEquals: (value, expected) => like(expected, value),
  ArnLike: (value, expected) => like(expected, value),
  Bool: (value, expected) => value.toLowerCase() === expected.toLowerCase(),
  NumericLessThan: (value, expected) => Number(value) < Number(expected),
  NumericLessThanEquals: (value, expected) => Number(value) <= Number(expected),
};
const NEGATIVE: Readonly<Record<string, Test>> = {
  StringNotEquals: POSITIVE.StringEquals as Test,
  StringNotLike: POSITIVE.StringLike as Test,
  ArnNotEquals: POSITIVE.ArnEquals as Test,
  ArnNotLike: POSITIVE.ArnLike as Test,
};

function holds(
  operator: string,
  actual: string | readonly string[] | undefined,
  expected: readonly string[],
  context: Context,
): boolean {
  const [, set, plain = "", ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/.exec(operator) ?? [];
  const values = actual === undefined ? [] : list(actual);
  if (plain === "Null") return (values.length === 0) === (expected[0] === "true");
  const wanted = expected.flatMap((text) => fill(text, context) ?? []);
  const positive = POSITIVE[plain];
  const negative = NEGATIVE[plain];
  if (!positive && !negative) throw new Error(`unknown condition operator ${operator}`);
  const one = (value: string) =>
    positive
      ? wanted.some((text) => positive(value, text))
      : !wanted.some((text) => (negative as Test)(value, text));
  if (set === "ForAllValues") return values.every(one);
  if (set === "ForAnyValue") return values.some(one);
  if (values.length === 0) return ifExists !== undefined || negative !== undefined;
  return values.every(one);
}

/** Policy variables put in; undefined when the request has no value for one, which then matches nothing. */
function fill(text: string, context: Context): string | undefined {
  let missing = false;
  const filled = text.replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    const value = context[name.toLowerCase()];
    if (typeof value !== "string") missing = true;
    return String(value);
  });
  return missing ? undefined : filled;
}

/** `*` any characters, `?` one. */
function like(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", "[^]*")
    .replaceAll("?", "[^]");
  return new RegExp(`^${source}$`).test(text);
}

function lowerKeys(context: Context): Context {
  return Object.fromEntries(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]));
}

function list<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}
