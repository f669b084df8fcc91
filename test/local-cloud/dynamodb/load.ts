import { TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { makeTable } from "../../cloud/dynamodb-table.ts";
import { served } from "./served.ts";

/**
 * Run as a process of its own, to be killed: transfers between accounts, forever. Prints the table's name, then
 * one line per acknowledged transfer.
 */
const ACCOUNTS = 8;
const { db, client } = await served({ dir: process.argv[2]! });
const TableName = await makeTable(client, "NEW_IMAGE");
for (let n = 0; n < ACCOUNTS; n++)
  await db.send(
    new UpdateCommand({
      TableName,
      Key: { pk: "bank", sk: `ACCOUNT#${n}` },
      UpdateExpression: "SET balance = :start, g1 = :g, g1s = :n",
      ExpressionAttributeValues: { ":start": 1000, ":g": "accounts", ":n": `${n}` },
    }),
  );
console.log(TableName);
await Promise.all(Array.from({ length: 6 }, (_, worker) => work(worker)));

async function work(worker: number): Promise<void> {
  for (let turn = 0; ; turn++) {
    const from = (worker + turn) % ACCOUNTS;
    const to = (from + 1 + (turn % (ACCOUNTS - 1))) % ACCOUNTS;
    const id = `TRANSFER#${worker}#${turn}`;
    await db.send(
      new TransactWriteCommand({
        TransactItems: [
          { Update: addition(from, -1) },
          { Update: addition(to, 1) },
          { Put: { TableName, Item: { pk: "ledger", sk: id, g1: "ledger", g1s: id } } },
        ],
      }),
    );
    console.log(id);
  }
}

function addition(account: number, amount: number) {
  return {
    TableName,
    Key: { pk: "bank", sk: `ACCOUNT#${account}` },
    UpdateExpression: "ADD balance :amount",
    ExpressionAttributeValues: { ":amount": amount },
  };
}
