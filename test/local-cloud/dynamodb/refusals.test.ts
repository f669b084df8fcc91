import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createDynamoDb, type DynamoDb } from "#local-cloud/dynamodb/dynamodb.ts";
import { asked } from "../asked.ts";

const dir = mkdtempSync(join(tmpdir(), "gantry-dynamodb-refusals-"));
const TableName = "things";
const table = {
  TableName,
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
  KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
};

let service: DynamoDb;
let dynamodb: ReturnType<typeof asked>;
beforeAll(async () => {
  service = await createDynamoDb({ dir });
  dynamodb = asked(service, "DynamoDB_20120810");
});
afterAll(async () => {
  await service.close();
  rmSync(dir, { recursive: true, force: true });
});

describe("the local DynamoDB", () => {
  it("refuses an existing table with ResourceInUseException, and creates it again after DeleteTable", async () => {
    await dynamodb("CreateTable", table);
    expect((await dynamodb("CreateTable", table)).__type).toMatch(/#ResourceInUseException$/);
    await dynamodb("DeleteTable", { TableName });
    expect((await dynamodb("ListTables", {})).TableNames).toEqual([]);
    expect((await dynamodb("DescribeTable", { TableName })).__type).toMatch(/#ResourceNotFoundException$/);
  });
});
