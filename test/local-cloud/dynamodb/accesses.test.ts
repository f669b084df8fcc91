import { describe, expect, it } from "@jest/globals";
import { accessesOf } from "#local-cloud/dynamodb/accesses.ts";
import type { Database } from "#local-cloud/dynamodb/store/database.ts";
import { parseItem } from "#local-cloud/dynamodb/values/parse.ts";

const database = {
  region: "us-east-1",
  account: "000000000000",
  tables: new Map([["gantry", { key: { hash: { name: "pk" } }, indexes: [] }]]),
} as unknown as Database;

const GIVEN: readonly (readonly [string, object])[] = [
  ["a type that does not exist before it", { X: "T#own", S: "T#other" }],
  ["a type without a value before it", { N: null, S: "T#other" }],
  ["the name of a prototype before it", JSON.parse('{"__proto__":"T#own","S":"T#other"}')],
];

describe("the partition whose rights a request needs", () => {
  it.each(GIVEN)("is the one that the operation reads: %s", (_, value) => {
    const wanted = Object.values(parseItem({ pk: value }).pk ?? {});
    expect(wanted).toEqual(["T#other"]);
    const requests: readonly [string, object][] = [
      ["GetItem", { TableName: "gantry", Key: { pk: value } }],
      ["PutItem", { TableName: "gantry", Item: { pk: value } }],
      ["BatchGetItem", { RequestItems: { gantry: { Keys: [{ pk: value }] } } }],
      ["TransactWriteItems", { TransactItems: [{ Delete: { TableName: "gantry", Key: { pk: value } } }] }],
      [
        "Query",
        {
          TableName: "gantry",
          KeyConditionExpression: "pk = :own",
          ExpressionAttributeValues: { ":own": value },
        },
      ],
    ];
    for (const [operation, input] of requests) {
      const [access] = accessesOf(database, operation, input);
      expect([operation, access?.leadingKeys]).toEqual([operation, wanted]);
    }
  });

  it("is none for a request that the operation refuses", () => {
    for (const value of [{ S: "T#own", N: "1" }, { X: "T#own" }, "T#own", null])
      expect(
        accessesOf(database, "GetItem", { TableName: "gantry", Key: { pk: value } })[0]?.leadingKeys,
      ).toEqual([""]);
  });
});
