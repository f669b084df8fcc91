import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { createDynamoDb } from "#local-cloud/dynamodb/dynamodb.ts";
import { clientsAt } from "#test/adapters/aws.ts";
import { makeTable, WHOLE_ITEMS } from "#test/cloud/dynamodb-table.ts";
import { target } from "#test/cloud/target.ts";

export interface TableWorld {
  readonly endpoint: string;
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  close(): Promise<void>;
}

/** The product's document client and an empty table of the product's form. */
export async function tableWorld(): Promise<TableWorld> {
  const cloud = await target((dir) => createDynamoDb({ dir }));
  const { table: client } = clientsAt(cloud.endpoint);
  const table = await makeTable(client as never, "NEW_IMAGE", WHOLE_ITEMS);
  return {
    endpoint: cloud.endpoint,
    client,
    table,
    async close() {
      client.destroy();
      await cloud.close();
    },
  };
}
