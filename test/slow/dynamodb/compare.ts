import { type GeneratedRequest, TABLE } from "./requests.ts";

export interface Response {
  readonly status: number;
  readonly body: any;
}

/** One of the two engines. */
export interface Engine {
  readonly send: (operation: string, input: unknown) => Promise<Response>;
}

export function engine(endpoint: string): Engine {
  return {
    async send(operation, input) {
      const response = await fetch(endpoint, {
        method: "POST",
        headers: {
          "content-type": "application/x-amz-json-1.0",
          "x-amz-target": `DynamoDB_20120810.${operation}`,
          // DynamoDB Local names its database by the key and checks nothing else.
          authorization:
            "AWS4-HMAC-SHA256 Credential=gantry/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
        },
        body: JSON.stringify(input),
      });
      return { status: response.status, body: await response.json() };
    },
  };
}

/** What an engine did with a request, as far as the two must agree. */
export async function outcome(target: Engine, { operation, input, paged }: GeneratedRequest, table: string) {
  const named = JSON.parse(JSON.stringify(input).replaceAll(`"${TABLE}"`, `"${table}"`));
  const first = await target.send(operation, named);
  if (first.status !== 200) return refusal(first);
  const pages = paged ? await rest(target, operation, named, first) : [first.body];
  return paged ? together(pages) : normal(renamed(first.body, table));
}

export type Outcome = Awaited<ReturnType<typeof outcome>>;

async function rest(
  target: Engine,
  operation: string,
  input: object,
  first: Response,
): Promise<Response["body"][]> {
  const pages = [first.body];
  for (let start = first.body.LastEvaluatedKey; start; start = pages.at(-1).LastEvaluatedKey) {
    const { status, body } = await target.send(operation, { ...input, ExclusiveStartKey: start });
    if (status !== 200 || pages.length > 50) throw new Error(`a page is refused: ${JSON.stringify(body)}`);
    pages.push(body);
  }
  return pages;
}

function together(pages: Response["body"][]) {
  const items = pages.flatMap(({ Items }) => Items ?? []).map((item) => JSON.stringify(normal(item)));
  const total = (member: string) => pages.reduce((sum, page) => sum + page[member], 0);
  return {
    Items: pages[0].Items && items.sort(),
    Count: total("Count"),
    ScannedCount: total("ScannedCount"),
  };
}

function refusal({ status, body }: Response) {
  const name = String(body.__type).split("#").at(-1) ?? "";
  const { CancellationReasons: reasons, Item } = body;
  return {
    refused: name,
    message: messageClass(String(body.message ?? body.Message)),
    ...(status >= 500 && { status }),
    ...(Item && { Item: normal(Item) }),
    ...(reasons && {
      reasons: reasons.map((reason: Response["body"]) => ({
        Code: reason.Code,
        ...(reason.Item && { Item: normal(reason.Item) }),
      })),
    }),
  };
}

/** Members and sets in one order; tables by one name. */
function normal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      // DynamoDB Local counts units that were not asked for.
      .filter(([name]) => name !== "ConsumedCapacity")
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, member(name, inner)]),
  );
}

function member(name: string, inner: unknown): unknown {
  if (name === "N" && typeof inner === "string") return plainNumber(inner);
  if (name === "NS" && Array.isArray(inner)) return inner.map(plainNumber).sort();
  if ((name === "SS" || name === "BS") && Array.isArray(inner)) return [...inner].sort();
  // A batch has no order.
  if (name === "Responses" && !Array.isArray(inner))
    return Object.fromEntries(
      Object.entries(inner as Record<string, unknown[]>).map(([table, items]) => [
        table,
        items.map((item) => JSON.stringify(normal(item))).sort(),
      ]),
    );
  return normal(inner);
}

/** DynamoDB Local returns some numbers as they were written: `2.50`, `007`, `1e50`. */
function plainNumber(number: string): string {
  const [, sign, whole = "", fraction = "", power = "0"] =
    /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(number) ?? [];
  const digits = `${"0".repeat(400)}${whole}${fraction}${"0".repeat(400)}`;
  const point = 400 + whole.length + Number(power);
  const text = `${digits.slice(0, point).replace(/^0+/, "") || "0"}.${digits.slice(point)}`.replace(
    /\.?0*$/,
    "",
  );
  return sign === "-" && text !== "0" ? `-${text}` : text;
}

function renamed(body: unknown, table: string): unknown {
  return JSON.parse(JSON.stringify(body).replaceAll(`"${table}"`, `"${TABLE}"`));
}

/** Both engines' words for one thing; DynamoDB Local leaves out what AWS's messages say in addition. */
const CLASSES: readonly (readonly [string, RegExp])[] = [
  ["more than 38 digits", /38 (significant )?digits/],
  [
    "a constraint of the request's shape",
    /validation errors? detected|Return values set to|Select must be|Limit must be|failed to satisfy constraint|cannot be null|Cannot have null key/,
  ],
  ["a starting key", /start(ing)? key|Exclusive Start Key|Type mismatch for attribute to update/i],
  ["no consistent read of an index", /^Consistent reads? /],
  ["the key's type", /Type mismatch for key/],
  ["an index key's type", /Type mismatch for Index Key/],
  [
    "a key attribute is missing",
    /^(One of the required keys was not given|The number of conditions on the keys)/,
  ],
  ["the table is missing", /non-existent table|Requested resource not found/],
  ["nested too deep", /^Nesting Levels have exceeded/],
  ["one of put and delete", /must have either a PutRequest/],
];

function messageClass(message: string): string {
  const known = CLASSES.find(([, pattern]) => pattern.test(message));
  if (known) return known[0];
  // What follows a semicolon, or quotes the request, only explains.
  return (message.split(/[;[{]/)[0] ?? "")
    .replace(/: [^ :]*$/, "")
    .replace(/\.$/, "")
    .trim();
}
