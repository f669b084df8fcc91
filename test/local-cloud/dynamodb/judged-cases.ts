/** One request on an item that is there, and what AWS's own DynamoDB Local responds. */
export interface JudgedCase {
  readonly name: string;
  readonly operation: string;
  /** Without TableName. */
  readonly input: Record<string, unknown>;
  /** Members of the response, or the error's name and the start of its message. */
  readonly response?: unknown;
  readonly error?: readonly [name: string, message: string];
}

const Key = { pk: { S: "p" }, sk: { S: "item" } };

/** The item that each case finds under the key. */
export const Item = {
  ...Key,
  parts: { L: ["0", "1", "2", "3", "4"].map((N) => ({ N })) },
  detail: { M: { kept: { N: "1" }, changed: { S: "old" } } },
  big: { N: `1${"0".repeat(50)}` },
  price: { M: { amount: { N: "10.0" } } },
  flag: { BOOL: true },
};

const put = (more: Record<string, unknown>) => ({ Item: { ...Key, ...more } });
const holds = (ConditionExpression: string, value: unknown) => ({
  ...put({}),
  ConditionExpression,
  ExpressionAttributeValues: { ":v": value },
});
const update = (
  UpdateExpression: string,
  values?: Record<string, unknown>,
  ReturnValues = "UPDATED_NEW",
) => ({
  Key,
  UpdateExpression,
  ReturnValues,
  ...(values && { ExpressionAttributeValues: values }),
});
const query = (KeyConditionExpression: string, values: Record<string, unknown>, more = {}) => ({
  KeyConditionExpression,
  ExpressionAttributeValues: { ":p": Key.pk, ...values },
  ...more,
});

function nested(levels: number): unknown {
  return levels === 0 ? { N: "1" } : { L: [nested(levels - 1)] };
}

export const CASES: readonly JudgedCase[] = [
  {
    name: "removes the list elements that are named, not those that move up",
    operation: "UpdateItem",
    input: update("REMOVE parts[1], parts[2]"),
    response: { Attributes: { parts: { L: [{ N: "0" }, { N: "3" }, { N: "4" }] } } },
  },
  {
    name: "appends in the order of the positions and removes by the old ones",
    operation: "UpdateItem",
    input: update("SET parts[9] = :b, parts[7] = :a REMOVE parts[0]", { ":a": { S: "a" }, ":b": { S: "b" } }),
    response: {
      Attributes: { parts: { L: [{ N: "1" }, { N: "2" }, { N: "3" }, { N: "4" }, { S: "a" }, { S: "b" }] } },
    },
  },
  {
    name: "does not store a sum of 51 digits",
    operation: "UpdateItem",
    input: update("SET big = big + :one", { ":one": { N: "1" } }),
    error: ["ValidationException", ""],
  },
  {
    name: "does not store an addition of 51 digits",
    operation: "UpdateItem",
    input: update("ADD big :one", { ":one": { N: "1" } }),
    error: ["ValidationException", ""],
  },
  {
    name: "stores 31 levels of nesting",
    operation: "PutItem",
    input: put({ deep: nested(31) }),
    response: {},
  },
  {
    name: "does not store 33 levels of nesting",
    operation: "PutItem",
    input: put({ deep: nested(33) }),
    error: ["ValidationException", "Nesting Levels have exceeded supported limits"],
  },
  {
    name: "does not nest an update deeper than a put",
    operation: "UpdateItem",
    input: update("SET detail.changed = :deep", { ":deep": nested(31) }),
    error: ["ValidationException", "Nesting Levels have exceeded supported limits"],
  },
  {
    name: "compares numbers inside maps as numbers",
    operation: "PutItem",
    input: holds("price = :v", { M: { amount: { N: "1e1" } } }),
    response: {},
  },
  {
    name: "compares numbers inside lists as numbers",
    operation: "PutItem",
    input: holds("contains(parts, :v)", { N: "3.00" }),
    response: {},
  },
  {
    name: "does not order booleans",
    operation: "PutItem",
    input: holds("flag < :v", { BOOL: false }),
    error: [
      "ValidationException",
      "Invalid ConditionExpression: Incorrect operand type for operator or function",
    ],
  },
  {
    name: "does not order lists",
    operation: "PutItem",
    input: holds("parts >= :v", { L: [] }),
    error: [
      "ValidationException",
      "Invalid ConditionExpression: Incorrect operand type for operator or function",
    ],
  },
  {
    name: "does not order maps, or choke on them",
    operation: "PutItem",
    input: holds("big BETWEEN :v AND :v", { M: { x: { N: "1" } } }),
    error: [
      "ValidationException",
      "Invalid ConditionExpression: Incorrect operand type for operator or function",
    ],
  },
  {
    name: "does not look into keys",
    operation: "PutItem",
    input: holds("pk.x = :v", { S: "a" }),
    error: ["ValidationException", "Key attributes must be scalars"],
  },
  {
    name: "does not look for keys that begin with nothing",
    operation: "Query",
    input: query("pk = :p AND begins_with(sk, :v)", { ":v": { S: "" } }),
    error: [
      "ValidationException",
      "One or more parameter values are not valid. The AttributeValue for a key",
    ],
  },
  {
    name: "does not count and project at once",
    operation: "Query",
    input: query("pk = :p", {}, { Select: "COUNT", ProjectionExpression: "sk" }),
    error: [
      "ValidationException",
      "Cannot specify the ProjectionExpression when choosing to get only the Count",
    ],
  },
  {
    name: "returns the whole attribute that a nested SET has changed",
    operation: "UpdateItem",
    input: update("SET detail.changed = :v", { ":v": { S: "new" } }),
    response: { Attributes: { detail: { M: { kept: { N: "1" }, changed: { S: "new" } } } } },
  },
  {
    name: "returns the whole list of which an element has changed",
    operation: "UpdateItem",
    input: update("SET parts[1] = :v", { ":v": { S: "new" } }, "UPDATED_OLD"),
    response: { Attributes: { parts: Item.parts } },
  },
];
