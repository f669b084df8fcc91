import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { makeTable } from "../../cloud/dynamodb-table.ts";
import { CASES, Item, type JudgedCase } from "./judged-cases.ts";
import { call, served, temporaryDir } from "./served.ts";

let here: Awaited<ReturnType<typeof served>>;
const folder = temporaryDir();
let TableName: string;

beforeAll(async () => {
  here = await served({ dir: folder.dir });
  TableName = await makeTable(here.client);
});

afterAll(async () => {
  await here.close();
  folder.remove();
});

const send = (operation: string, input: object) =>
  call(here.endpoint, `DynamoDB_20120810.${operation}`, input);

describe("the local DynamoDB, compared with recorded results of DynamoDB Local,", () => {
  it.each(CASES)("$name", async ({ operation, input, response, error }: JudgedCase) => {
    await send("PutItem", { TableName, Item });
    const { status, body } = await send(operation, { TableName, ...input });
    if (!error) expect([status, body]).toEqual([200, response]);
    else {
      expect(body.__type).toMatch(new RegExp(`#${error[0]}$`));
      expect(body.message.startsWith(error[1])).toBe(true);
    }
  });
});

describe("BatchGetItem", () => {
  it("returns at most 16 MB, and the keys that it left out as they were requested", async () => {
    const big = { S: "x".repeat(390_000) };
    const keys = Array.from({ length: 50 }, (_, n) => ({ pk: { S: "big" }, sk: { S: `${n}` } }));
    for (const each of keys) await send("PutItem", { TableName, Item: { ...each, big } });
    const asked = { Keys: keys, ProjectionExpression: "sk", ConsistentRead: true };
    const { body } = await send("BatchGetItem", { RequestItems: { [TableName]: asked } });
    const left = body.UnprocessedKeys[TableName];
    const size = 390_000 + "big".length * 2 + "pksk".length + 2;
    expect(body.Responses[TableName]).toHaveLength(Math.floor((16 * 1024 * 1024) / size));
    expect(left).toEqual({ ...asked, Keys: keys.slice(body.Responses[TableName].length) });
  });
});
