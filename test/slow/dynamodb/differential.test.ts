import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { fc } from "#test/support/property.ts";
import { describeUnless } from "#test/support/unless.ts";
import { CASES, Item } from "../../local-cloud/dynamodb/judged-cases.ts";
import { served, temporaryDir } from "../../local-cloud/dynamodb/served.ts";
import { type Engine, engine, outcome } from "./compare.ts";
import { type Judge, startDynamoDbLocal } from "./dynamodb-local.ts";
import { DEVIATIONS } from "./known.ts";
import { type GeneratedRequest, request } from "./requests.ts";

/** Requests of one run, on a table of its own. */
const LENGTH = 25;
const RUNS = Math.ceil(Number(process.env.DYNAMODB_REQUESTS ?? 2000) / LENGTH);

let missing: string | undefined;
const judge = await startDynamoDbLocal().catch((error: Error) => {
  missing = `no DynamoDB Local: ${error.message}`;
  return undefined;
});
const folder = temporaryDir();
let own: Awaited<ReturnType<typeof served>>;
let engines: readonly [ours: Engine, theirs: Engine];
let tables = 0;

beforeAll(async () => {
  own = await served({ dir: folder.dir });
  engines = [engine(own.endpoint), engine((judge as Judge).endpoint)];
});

afterAll(async () => {
  judge?.close();
  await own.close();
  folder.remove();
});

describeUnless(missing)("the local DynamoDB and AWS's DynamoDB Local", () => {
  it(`agree about ${RUNS * LENGTH} generated requests`, async () => {
    const counts = {
      compared: 0,
      refused: 0,
      transactions: 0,
      malformed: 0,
      "end of a query": 0,
      "filters of an index": 0,
      "several faults": 0,
    };
    const run = async (requests: readonly GeneratedRequest[]) => {
      const table = await newTable();
      for (const one of requests) {
        const [ours, theirs] = [await outcome(engines[0], one, table), await outcome(engines[1], one, table)];
        counts.compared++;
        if ("refused" in theirs) counts.refused++;
        if (isDeepStrictEqual(ours, theirs)) continue;
        const known = DEVIATIONS.find(({ covers }) => covers(ours, theirs, one));
        if (!known) expect({ request: one, outcome: ours }).toEqual({ request: one, outcome: theirs });
        else counts[known.name]++;
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: LENGTH, maxLength: LENGTH, size: "max" }), run),
      { numRuns: RUNS, endOnFailure: process.env.DYNAMODB_SHRINK === undefined },
    );
    process.stderr.write(`DynamoDB Local: ${JSON.stringify(counts)}\n`);
    // More would mean that this list of deviations hides something.
    expect(counts["several faults"]).toBeLessThan(counts.compared / 10);
    expect(counts.compared - counts.refused).toBeGreaterThan(counts.compared / 8);
  });

  it.each(CASES)("agree: $name", async ({ operation, input }) => {
    const table = await newTable();
    for (const one of engines) await one.send("PutItem", { TableName: table, Item });
    const one = { operation, input: { TableName: "table", ...input } };
    const [ours, theirs] = [await outcome(engines[0], one, table), await outcome(engines[1], one, table)];
    expect(ours).toEqual(theirs);
  });
});

async function newTable(): Promise<string> {
  const TableName = `run-${++tables}`;
  for (const { send } of engines) {
    if (tables > 1) await send("DeleteTable", { TableName: `run-${tables - 1}` });
    const { status, body } = await send("CreateTable", { TableName, ...TABLE_SHAPE });
    if (status !== 200) throw new Error(`no table: ${JSON.stringify(body)}`);
  }
  return TableName;
}

const schema = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: "HASH" },
  { AttributeName: range, KeyType: "RANGE" },
];
const TABLE_SHAPE = {
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: Object.entries({ pk: "S", sk: "S", g: "S", gn: "N" }).map(
    ([AttributeName, AttributeType]) => ({ AttributeName, AttributeType }),
  ),
  KeySchema: schema("pk", "sk"),
  GlobalSecondaryIndexes: [
    { IndexName: "all", KeySchema: schema("g", "gn"), Projection: { ProjectionType: "ALL" } },
    { IndexName: "keys", KeySchema: schema("g", "gn"), Projection: { ProjectionType: "KEYS_ONLY" } },
    {
      IndexName: "some",
      KeySchema: schema("g", "gn"),
      Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: ["a", "m"] },
    },
  ],
};
