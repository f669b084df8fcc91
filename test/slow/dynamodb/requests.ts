import { fc } from "#test/support/property.ts";

/** A request as it is generated: without its table. */
export interface GeneratedRequest {
  readonly operation: string;
  readonly input: Record<string, unknown>;
  /** Read page by page until the end, and compared as a whole: two engines order equal index keys as they like. */
  readonly paged?: boolean;
}

/** `table` stands for the table's name, which each run has of its own. */
export const TABLE = "table";

const NAMES: Readonly<Record<string, string>> = {
  "#s": "status",
  "#d": "a.b",
  "#p": "__proto__",
  "#c": "constructor",
  "#a": "a",
  "#m": "m",
};

const defined = (members: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(members).filter(([, member]) => member !== undefined));

const text = fc.constantFrom("", "a", "ab", "abc", "b", "B", "ä", "€", "𝄞", "0", "10", "9");
const number = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom("0", "1", "2", "-1", "1.0", "10", "1e1", "0.1", "-0.10", "+3", "007"),
  },
  {
    weight: 20,
    arbitrary: fc.constantFrom(
      "1e50",
      "-1e50",
      "99999999999999999999999999999999999999",
      "0.00000000000000000000000000000000000001",
      "9.99e125",
      "-9.99e125",
      "1e-130",
      "123456789012345678901234567890.12345678",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "1e126",
      "1e-131",
      "abc",
      "",
      "123456789012345678901234567890123456789",
      " 1",
      "1e",
      "NaN",
    ),
  },
  { weight: 20, arbitrary: fc.integer({ min: -1000, max: 1000 }).map(String) },
  {
    weight: 1,
    arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }).map(String),
  },
);
const binary = fc.uint8Array({ maxLength: 3 }).map((bytes) => Buffer.from(bytes).toString("base64"));
const set = <T>(member: fc.Arbitrary<T>) => fc.uniqueArray(member, { minLength: 1, maxLength: 3 });

const scalar = fc.oneof(
  { weight: 5, arbitrary: text.map((S) => ({ S })) },
  { weight: 5, arbitrary: number.map((N) => ({ N })) },
  { weight: 1, arbitrary: binary.map((B) => ({ B })) },
  { weight: 2, arbitrary: fc.boolean().map((BOOL) => ({ BOOL })) },
  { weight: 1, arbitrary: fc.constant({ NULL: true }) },
);
const collection = fc.oneof(
  set(text).map((SS) => ({ SS })),
  set(fc.integer({ min: -3, max: 3 }).map(String)).map((NS) => ({ NS })),
  set(binary).map((BS) => ({ BS })),
);
const malformed = fc.constantFrom<object>(
  {},
  { S: "a", N: "1" },
  { SS: [] },
  { NS: ["1", "1.0"] },
  { SS: ["a", "a"] },
  { NULL: false },
  { Q: "a" },
);
const value: fc.Arbitrary<object> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 8, arbitrary: scalar },
    { weight: 2, arbitrary: collection },
    { weight: 2, arbitrary: fc.array(tie("value"), { maxLength: 4 }).map((L) => ({ L })) },
    {
      weight: 2,
      arbitrary: fc
        .dictionary(fc.constantFrom("x", "y", "a", "a.b", "constructor"), tie("value"), { maxKeys: 3 })
        .map((members) => ({ M: { ...members } })),
    },
  ),
})).value as fc.Arbitrary<object>;
const anyValue = fc.oneof({ weight: 60, arbitrary: value }, { weight: 1, arbitrary: malformed });

const pk = fc.constantFrom({ S: "p" }, { S: "q" });
const sk = fc.constantFrom("1", "10", "2", "a", "ab", "ä", "b").map((S) => ({ S }));
const wrongKey = fc.constantFrom<Record<string, unknown>>(
  { pk: { S: "p" } },
  { pk: { S: "" }, sk: { S: "1" } },
  { pk: { N: "1" }, sk: { S: "1" } },
  { pk: { S: "p" }, sk: { S: "1" }, extra: { S: "x" } },
  { pk: { S: "p" }, other: { S: "1" } },
  {},
);
const goodKey = fc.record({ pk, sk });
const key = fc.oneof({ weight: 30, arbitrary: goodKey }, { weight: 1, arbitrary: wrongKey });

const indexKey = fc.constantFrom({ S: "g" }, { S: "h" });
const indexRange = fc.constantFrom("1", "2", "-5", "10", "1e2", "0.5").map((N) => ({ N }));
const attributes = fc.record(
  {
    a: value,
    b: value,
    n: number.map((N) => ({ N })),
    l: fc.array(value, { maxLength: 5 }).map((L) => ({ L })),
    m: fc.record({ x: value, y: value }, { requiredKeys: ["x"] }).map((M) => ({ M })),
    ss: set(text).map((SS) => ({ SS })),
    status: text.map((S) => ({ S })),
    "a.b": scalar,
    constructor: scalar,
    g: indexKey,
    gn: indexRange,
  },
  { requiredKeys: [] },
);
const item = fc.tuple(key, attributes, fc.option(anyValue, { freq: 8 })).map(([own, some, more]) => ({
  ...some,
  ...(more && { extra: more }),
  ...own,
}));

const top = fc.constantFrom("a", "b", "n", "l", "m", "ss", "zz", "#s", "#d", "#a", "#m", "#p", "#c");
const step = fc.constantFrom(".x", ".y", ".x", "[0]", "[1]", "[2]", "[7]", ".#d", ".#c");
const path = fc
  .tuple(
    fc.oneof(
      { weight: 60, arbitrary: top },
      // No index key: DynamoDB Local lets an update give it another type, which AWS refuses.
      { weight: 1, arbitrary: fc.constantFrom("status", "#undefined", "_x", "pk") },
    ),
    fc.array(step, { maxLength: 2 }),
  )
  .map(([start, steps]) => start + steps.join(""));
/** `:v0` is anything, `:v1` text, `:v2` a list, `:v3` a number, `:v4` a set of text. */
const placeholder = fc.constantFrom(":v0", ":v1", ":v2", ":v3", ":v4");
const anyPlaceholder = fc.oneof(
  { weight: 60, arbitrary: placeholder },
  { weight: 1, arbitrary: fc.constant(":undefined") },
);
const ordered = fc.constantFrom(":v1", ":v3");
const order = fc.constantFrom("<", "<=", ">", ">=");
const comparator = fc.oneof(fc.constantFrom("=", "<>"), order);
const operand = fc.oneof(
  { weight: 6, arbitrary: path },
  { weight: 6, arbitrary: placeholder },
  { weight: 1, arbitrary: path.map((one) => `size(${one})`) },
);
const call = fc.oneof(
  path.map((one) => `attribute_exists(${one})`),
  path.map((one) => `attribute_not_exists(${one})`),
  fc.tuple(path, placeholder).map(([one, two]) => `contains(${one}, ${two})`),
  fc.tuple(path, operand).map(([one, two]) => `contains(${one}, ${two})`),
  path.map((one) => `begins_with(${one}, :v1)`),
  path.map((one) => `attribute_type(${one}, :type)`),
  fc
    .tuple(fc.constantFrom("begins_with", "attribute_type"), path, anyPlaceholder)
    .map(([name, one, two]) => `${name}(${one}, ${two})`),
  fc
    .tuple(
      fc.constantFrom("size", "foo", "contains", "attribute_exists"),
      fc.array(operand, { maxLength: 3 }),
    )
    .map(([name, all]) => `${name}(${all.join(", ")})`),
);
const condition: fc.Arbitrary<string> = fc.letrec((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2 },
    {
      weight: 5,
      arbitrary: fc.tuple(operand, fc.constantFrom("=", "<>"), operand).map((parts) => parts.join(" ")),
    },
    { weight: 5, arbitrary: fc.tuple(path, order, ordered).map((parts) => parts.join(" ")) },
    { weight: 2, arbitrary: fc.tuple(operand, order, operand).map((parts) => parts.join(" ")) },
    { weight: 4, arbitrary: call },
    {
      weight: 2,
      arbitrary: fc
        .tuple(operand, operand, operand)
        .map(([one, low, high]) => `${one} BETWEEN ${low} AND ${high}`),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(operand, fc.array(operand, { minLength: 1, maxLength: 3 }))
        .map(([one, all]) => `${one} IN (${all.join(", ")})`),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(tie("condition"), fc.constantFrom("AND", "or"), tie("condition"))
        .map((parts) => parts.join(" ")),
    },
    { weight: 2, arbitrary: tie("condition").map((inner) => `NOT ${inner}`) },
    { weight: 2, arbitrary: tie("condition").map((inner) => `(${inner})`) },
  ),
})).condition as fc.Arbitrary<string>;

const source = (own: string) =>
  fc.oneof(
    { weight: 5, arbitrary: anyPlaceholder },
    { weight: 2, arbitrary: path },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        "n",
        "n + :v3",
        "n - :v3",
        ":v3 - n",
        ":v3 + :v3",
        "if_not_exists(n, :v3) + :v3",
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        "list_append(l, :v2)",
        "list_append(:v2, l)",
        "list_append(if_not_exists(l, :v2), :v2)",
      ),
    },
    { weight: 2, arbitrary: placeholder.map((one) => `if_not_exists(${own}, ${one})`) },
    {
      weight: 1,
      arbitrary: fc.tuple(operand, fc.constantFrom("+", "-"), operand).map((parts) => parts.join(" ")),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom("list_append", "if_not_exists", "size", "foo"),
          fc.array(operand, { maxLength: 3 }),
        )
        .map(([name, all]) => `${name}(${all.join(", ")})`),
    },
  );
const actions: Readonly<Record<string, (path: string) => fc.Arbitrary<string>>> = {
  SET: (to) => source(to).map((from) => `${to} = ${from}`),
  REMOVE: (to) => fc.constant(to),
  add: (to) =>
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom("n :v3", "ss :v4", "zz :v3") },
      { weight: 2, arbitrary: anyPlaceholder.map((one) => `${to} ${one}`) },
    ),
  DELETE: (to) =>
    fc.oneof(
      { weight: 8, arbitrary: fc.constant("ss :v4") },
      { weight: 2, arbitrary: anyPlaceholder.map((one) => `${to} ${one}`) },
    ),
};
/** Paths in different attributes, most times: those that meet in one are refused. */
const targets = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.uniqueArray(path, { minLength: 1, maxLength: 4, selector: (one) => one.split(/[.[]/)[0] }),
  },
  {
    weight: 2,
    arbitrary: fc.uniqueArray(fc.constantFrom("l[0]", "l[1]", "l[2]", "l[4]", "l[9]", "m.x", "m.y", "m.zz"), {
      minLength: 1,
      maxLength: 4,
    }),
  },
  { weight: 1, arbitrary: fc.array(path, { minLength: 1, maxLength: 3 }) },
);
const update = targets.chain((paths) =>
  fc
    .tuple(
      ...paths.map((to) =>
        fc
          .constantFrom("SET", "SET", "SET", "REMOVE", "REMOVE", "add", "DELETE")
          .chain(
            (keyword) =>
              actions[keyword]?.(to).map((action) => ({ keyword, action })) ??
              fc.constant({ keyword, action: to }),
          ),
      ),
    )
    .map((all) =>
      ["SET", "REMOVE", "add", "DELETE"]
        .map((keyword) => ({
          keyword,
          own: all.filter((one) => one.keyword === keyword).map(({ action }) => action),
        }))
        .filter(({ own }) => own.length)
        .map(({ keyword, own }) => `${keyword} ${own.join(", ")}`)
        .join(" "),
    ),
);
const projection = fc.array(path, { minLength: 1, maxLength: 3 }).map((paths) => paths.join(", "));

/** Sometimes a token is lost, doubled or foreign. */
const mutated = (expression: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      expression,
      fc.integer({ min: 0, max: 39 }),
      fc.nat(30),
      fc.constantFrom("", "(", ")", ",", "=", "AND", "5", "!", "SET", "x"),
    )
    .map(([source, luck, at, token]) => {
      if (luck) return source;
      const tokens = source.split(" ");
      tokens.splice(at % tokens.length, 1, token);
      return tokens.join(" ");
    });

const valid = fc.constantFrom("0", "1", "-1", "2.50", "1e1", "100", "1e38", "-0.001");
const values = fc.tuple(
  anyValue,
  text.map((S) => ({ S })),
  fc.array(scalar, { maxLength: 3 }).map((L) => ({ L })),
  fc.oneof({ weight: 9, arbitrary: valid }, { weight: 1, arbitrary: number }).map((N) => ({ N })),
  set(text).map((SS) => ({ SS })),
);

/** Adds the placeholders that the expressions use, seldom one more or one less. */
function placed(
  request: Record<string, unknown>,
  expressions: readonly string[],
  given: readonly object[],
  luck: number,
): Record<string, unknown> {
  const source = expressions.join(" ");
  const used = (name: string) => new RegExp(`${name}(?![0-9A-Za-z_])`).test(source);
  const known: [string, unknown][] = given.map((one, at) => [`:v${at}`, one]);
  if (given.length) known.push([":type", { S: "SSNLM".charAt(luck % 5) }]);
  const own = Object.entries((request.ExpressionAttributeValues as object | undefined) ?? {});
  const chosen = [...own, ...known.filter(([name]) => used(name) || luck === 0)];
  const names = Object.entries(NAMES).filter(([name]) => used(name) || luck === 1);
  return {
    ...request,
    ...(chosen.length && {
      ExpressionAttributeValues: Object.fromEntries(luck === 2 ? chosen.slice(1) : chosen),
    }),
    ...(names.length && { ExpressionAttributeNames: Object.fromEntries(names) }),
  };
}

const luck = fc.integer({ min: 0, max: 60 });
const guard = fc.option(mutated(condition), { nil: undefined, freq: 2 });

const put = fc
  .tuple(item, guard, values, luck)
  .map(([Item, ConditionExpression, given, chance]) =>
    placed(
      defined({ TableName: TABLE, Item, ConditionExpression }),
      [ConditionExpression ?? ""],
      given,
      chance,
    ),
  );
const remove = fc
  .tuple(key, guard, values, luck)
  .map(([Key, ConditionExpression, given, chance]) =>
    placed(
      defined({ TableName: TABLE, Key, ConditionExpression }),
      [ConditionExpression ?? ""],
      given,
      chance,
    ),
  );
const change = fc
  .tuple(key, mutated(update), fc.option(condition, { nil: undefined, freq: 3 }), values, luck)
  .map(([Key, UpdateExpression, ConditionExpression, given, chance]) =>
    placed(
      defined({ TableName: TABLE, Key, UpdateExpression, ConditionExpression }),
      [UpdateExpression, ConditionExpression ?? ""],
      given,
      chance,
    ),
  );
const read = fc
  .tuple(key, fc.option(mutated(projection), { nil: undefined }), luck)
  .map(([Key, ProjectionExpression, chance]) =>
    placed(
      defined({ TableName: TABLE, Key, ProjectionExpression }),
      [ProjectionExpression ?? ""],
      [],
      chance,
    ),
  );

const failure = fc.option(fc.constantFrom("ALL_OLD", "NONE"), { nil: undefined });
const returning = (request: fc.Arbitrary<Record<string, unknown>>, options: readonly string[]) =>
  fc
    .tuple(request, fc.option(fc.constantFrom(...options), { nil: undefined }), failure)
    .map(([input, ReturnValues, ReturnValuesOnConditionCheckFailure]) => ({
      ...input,
      ...defined({ ReturnValues, ReturnValuesOnConditionCheckFailure }),
    }));

const keyCondition = fc.oneof(
  { weight: 4, arbitrary: fc.constant("pk = :pk") },
  { weight: 6, arbitrary: comparator.map((operator) => `pk = :pk AND sk ${operator} :sk`) },
  { weight: 2, arbitrary: fc.constant("pk = :pk AND begins_with(sk, :sk)") },
  { weight: 2, arbitrary: fc.constant("pk = :pk AND sk BETWEEN :sk AND :sk2") },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ":pk = pk AND :sk < sk",
      "(pk = :pk) AND (sk >= :sk)",
      "pk = :pk OR sk = :sk",
      "pk = :pk AND NOT sk = :sk",
      "sk = :sk",
      "pk > :pk",
      "pk = :pk AND n = :sk",
      "pk = :pk AND contains(sk, :sk)",
      "pk = :pk AND sk IN (:sk)",
      "pk = :pk AND size(sk) = :sk",
      "pk.x = :pk",
      "pk = :pk AND sk = n",
    ),
  },
);
const rangeValue = fc.oneof(
  { weight: 12, arbitrary: sk },
  { weight: 1, arbitrary: fc.constantFrom({ S: "" }, { N: "1" }) },
);
const selection = fc
  .record(
    {
      Limit: fc.oneof(
        { weight: 30, arbitrary: fc.integer({ min: 1, max: 8 }) },
        { weight: 1, arbitrary: fc.constant(0) },
      ),
      Select: fc.constantFrom(
        undefined,
        undefined,
        undefined,
        undefined,
        "COUNT",
        "ALL_ATTRIBUTES",
        "SPECIFIC_ATTRIBUTES",
        "ALL_PROJECTED_ATTRIBUTES",
      ),
      ConsistentRead: fc.constantFrom(undefined, false, false, true),
    },
    { requiredKeys: [] },
  )
  .map(defined);
const filter = fc.option(mutated(condition), { nil: undefined, freq: 2 });
const parts = fc.option(projection, { nil: undefined, freq: 4 });

const query = fc
  .tuple(
    mutated(keyCondition),
    pk,
    rangeValue,
    rangeValue,
    selection,
    fc.option(fc.boolean(), { nil: undefined }),
    filter,
    parts,
    values,
    luck,
  )
  .map(
    ([
      KeyConditionExpression,
      hash,
      low,
      high,
      some,
      ScanIndexForward,
      FilterExpression,
      ProjectionExpression,
      given,
      chance,
    ]) => {
      const keyValues = [
        [":pk", hash],
        [":sk", low],
        [":sk2", high],
      ] as const;
      const used = keyValues.filter(([name]) => new RegExp(`${name}(?![0-9])`).test(KeyConditionExpression));
      return placed(
        defined({
          TableName: TABLE,
          KeyConditionExpression,
          FilterExpression,
          ProjectionExpression,
          ScanIndexForward,
          ...some,
          ExpressionAttributeValues: used.length ? Object.fromEntries(used) : undefined,
        }),
        [FilterExpression ?? "", ProjectionExpression ?? ""],
        given,
        chance,
      );
    },
  );
const startedQuery = fc
  .tuple(query, fc.option(sk, { freq: 3 }), fc.option(key, { freq: 20 }))
  .map(([input, from, foreign]) => {
    const hash = (input.ExpressionAttributeValues as Record<string, unknown> | undefined)?.[":pk"];
    const start = foreign ?? (from && { pk: hash, sk: from });
    return { ...input, ...(start && { ExclusiveStartKey: start }) };
  });
const indexQuery = fc
  .tuple(
    fc.constantFrom(
      "g = :g",
      "g = :g AND gn > :gn",
      "g = :g AND gn <= :gn",
      "g = :g AND gn = :gn",
      "gn = :gn",
      "pk = :g",
    ),
    fc.constantFrom("all", "keys", "some", "none"),
    indexKey,
    indexRange,
    selection,
    filter,
    parts,
    values,
    fc.boolean(),
  )
  .map(
    ([
      KeyConditionExpression,
      IndexName,
      hash,
      range,
      some,
      FilterExpression,
      ProjectionExpression,
      given,
      ScanIndexForward,
    ]) =>
      placed(
        defined({
          TableName: TABLE,
          IndexName,
          KeyConditionExpression,
          FilterExpression,
          ProjectionExpression,
          ScanIndexForward,
          ...some,
          ExpressionAttributeValues: {
            ":g": hash,
            ...(KeyConditionExpression.includes(":gn") && { ":gn": range }),
          },
        }),
        [FilterExpression ?? "", ProjectionExpression ?? ""],
        given,
        9,
      ),
  );
const scan = fc
  .tuple(
    selection,
    filter,
    parts,
    fc.option(fc.constantFrom("all", "keys", "some", "none"), { nil: undefined, freq: 3 }),
    values,
    luck,
  )
  .map(([some, FilterExpression, ProjectionExpression, IndexName, given, chance]) =>
    placed(
      defined({ TableName: TABLE, IndexName, FilterExpression, ProjectionExpression, ...some }),
      [FilterExpression ?? "", ProjectionExpression ?? ""],
      given,
      chance,
    ),
  );
const batchWrite = fc
  .array(
    fc.oneof(
      item.map((Item) => ({ PutRequest: { Item } })),
      key.map((Key) => ({ DeleteRequest: { Key } })),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((requests) => ({ RequestItems: { [TABLE]: requests } }));
const batchGet = fc
  .tuple(fc.array(key, { minLength: 1, maxLength: 6 }), parts)
  .map(([Keys, ProjectionExpression]) => ({
    RequestItems: {
      [TABLE]: placed(defined({ Keys, ProjectionExpression }), [ProjectionExpression ?? ""], [], 9),
    },
  }));
const guarded = (request: fc.Arbitrary<Record<string, unknown>>) =>
  fc.tuple(request, failure).map(([input, ReturnValuesOnConditionCheckFailure]) => ({
    ...input,
    ...defined({ ReturnValuesOnConditionCheckFailure }),
  }));
const transactWrite = fc
  .array(
    fc.oneof(
      guarded(put).map((Put) => ({ Put })),
      guarded(remove).map((Delete) => ({ Delete })),
      guarded(change).map((Update) => ({ Update })),
      guarded(remove.filter((one) => one.ConditionExpression !== undefined)).map((ConditionCheck) => ({
        ConditionCheck,
      })),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((TransactItems) => ({ TransactItems }));
const transactGet = fc
  .array(read, { minLength: 1, maxLength: 4 })
  .map((all) => ({ TransactItems: all.map((Get) => ({ Get })) }));

const as = (
  operation: string,
  input: fc.Arbitrary<Record<string, unknown>>,
  paged = false,
): fc.Arbitrary<GeneratedRequest> => input.map((one) => ({ operation, input: one, ...(paged && { paged }) }));

/** Any request of the operations on items. */
export const request: fc.Arbitrary<GeneratedRequest> = fc.oneof(
  { weight: 10, arbitrary: as("PutItem", returning(put, ["NONE", "ALL_OLD", "ALL_NEW"])) },
  {
    weight: 12,
    arbitrary: as(
      "UpdateItem",
      returning(change, ["NONE", "ALL_OLD", "ALL_NEW", "UPDATED_OLD", "UPDATED_NEW"]),
    ),
  },
  { weight: 3, arbitrary: as("DeleteItem", returning(remove, ["NONE", "ALL_OLD"])) },
  { weight: 5, arbitrary: as("GetItem", read) },
  { weight: 5, arbitrary: as("Query", startedQuery) },
  { weight: 3, arbitrary: as("Query", indexQuery, true) },
  { weight: 3, arbitrary: as("Scan", scan, true) },
  { weight: 3, arbitrary: as("BatchWriteItem", batchWrite) },
  { weight: 2, arbitrary: as("BatchGetItem", batchGet) },
  { weight: 5, arbitrary: as("TransactWriteItems", transactWrite) },
  { weight: 2, arbitrary: as("TransactGetItems", transactGet) },
);
