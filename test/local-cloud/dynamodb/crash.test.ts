import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { QueryCommand, type QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "@jest/globals";
import { served, temporaryDir } from "./served.ts";

describe("a database whose process is killed during work", () => {
  it("has every acknowledged transaction completely, with its index entries and stream records", async () => {
    const { dir, remove } = temporaryDir();
    try {
      const { table, acknowledged } = await killedAfter(dir, 150);
      const { db, service, close } = await served({ dir });
      try {
        const all = (input: Partial<QueryCommandInput>) => queryAll(db, { TableName: table, ...input });
        const accounts = await all(partition("bank"));
        const ledger = await all(partition("ledger"));
        expect(accounts.reduce((sum, { balance }) => sum + balance, 0)).toBe(8 * 1000);
        const committed = ledger.map(({ sk }) => sk);
        expect(committed).toEqual(expect.arrayContaining(acknowledged));

        expect(await all({ IndexName: "gsi1", ...index("accounts") })).toEqual(accounts);
        expect((await all({ IndexName: "gsi1", ...index("ledger") })).map(({ sk }) => sk).sort()).toEqual(
          committed,
        );

        const records = await service.stream(table).read(undefined, 1_000_000);
        const inserted = records.filter(({ dynamodb }) => dynamodb.Keys.pk?.S === "ledger");
        expect(inserted.map(({ dynamodb }) => dynamodb.Keys.sk?.S).sort()).toEqual(committed);
        expect(records).toHaveLength(8 + 3 * committed.length);
        const last = new Map(
          records.map(({ dynamodb }) => [dynamodb.Keys.sk?.S, dynamodb.NewImage?.balance?.N]),
        );
        for (const { sk, balance } of accounts) expect(last.get(sk)).toBe(String(balance));
        const sequences = records.map(({ dynamodb }) => dynamodb.SequenceNumber);
        expect(new Set(sequences).size).toBe(records.length);
      } finally {
        await close();
      }
    } finally {
      remove();
    }
  });
});

async function killedAfter(dir: string, transactions: number) {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", fileURLToPath(new URL("./load.ts", import.meta.url)), dir],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const exited = once(child, "exit");
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === transactions + 1) child.kill("SIGKILL");
  }
  await exited;
  const [table = "", ...acknowledged] = lines;
  expect(acknowledged.length).toBeGreaterThanOrEqual(transactions);
  return { table, acknowledged };
}

function partition(pk: string) {
  return { KeyConditionExpression: "pk = :pk", ExpressionAttributeValues: { ":pk": pk } };
}

function index(g1: string) {
  return { KeyConditionExpression: "g1 = :g", ExpressionAttributeValues: { ":g": g1 } };
}

async function queryAll(db: any, input: any): Promise<Record<string, any>[]> {
  const items: Record<string, any>[] = [];
  for (let ExclusiveStartKey: any; ; ) {
    const page = await db.send(new QueryCommand({ ...input, ExclusiveStartKey }));
    items.push(...page.Items);
    ExclusiveStartKey = page.LastEvaluatedKey;
    if (!ExclusiveStartKey) return items;
  }
}
