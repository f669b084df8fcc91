import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createTable } from "#local/dynamodb/operations/create-table.ts";
import { putItem } from "#local/dynamodb/operations/item-writes.ts";
import { scan } from "#local/dynamodb/operations/scan.ts";
import { type Database, openDatabase } from "#local/dynamodb/store/database.ts";
import { HOME_VERSION, openHome } from "#local/home/open-home.ts";

let home: string;
let log: string[];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "gantry-heads-"));
  log = [];
  writeFileSync(join(home, "version"), "2\n");
});
afterEach(() => rmSync(home, { recursive: true }));

const open = () => openHome(home, (line) => log.push(line));

/** Works on the folder's database as a process of its own would. */
async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const place = { region: "us-east-1", account: "000000000000" };
  const database = openDatabase({ dir: join(home, "dynamodb"), now: Date.now, ...place });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

const attribute = (AttributeName: string) => ({ AttributeName, AttributeType: "S" });
const TABLE = {
  TableName: "gantry",
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: ["pk", "sk"].map(attribute),
  KeySchema: [
    { AttributeName: "pk", KeyType: "HASH" },
    { AttributeName: "sk", KeyType: "RANGE" },
  ],
};

/** What the ledger of format 2 kept of an aggregate, without its signals. */
const aggregate = (pk: string, seq: string, hash: string) => [
  { pk: { S: pk }, sk: { S: "HEAD" }, seq: { N: seq }, hash: { S: hash } },
  { pk: { S: pk }, sk: { S: "META" }, seq: { N: seq }, state: { M: { words: { L: [{ S: hash }] } } } },
];
/** A directive's state, which has no head. */
const DIRECTIVE = { pk: { S: "T#tn_1#R#d_1" }, sk: { S: "META" }, state: { S: "succeeded" } };

const fill = (items: readonly object[]) =>
  withDatabase(async (database) => {
    await createTable(database, TABLE);
    for (const Item of items) await putItem(database, { TableName: "gantry", Item });
  });
const contents = () =>
  withDatabase(async (database) => {
    const { Items } = (await scan(database, { TableName: "gantry" })) as { Items: Record<string, unknown>[] };
    return Items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  });

describe("a data folder of format 2", () => {
  it("is brought forward: the head of each chain moves into the state item", async () => {
    await fill([
      ...aggregate("T#tn_1#X#m_1", "3", "abc"),
      ...aggregate("T#tn_1#C#c_1", "1", "def"),
      DIRECTIVE,
    ]);
    await open();
    const after = [
      { pk: { S: "T#tn_1#C#c_1" }, sk: { S: "META" }, seq: { N: "1" }, hash: { S: "def" }, words: "def" },
      DIRECTIVE,
      { pk: { S: "T#tn_1#X#m_1" }, sk: { S: "META" }, seq: { N: "3" }, hash: { S: "abc" }, words: "abc" },
    ].map((item) => {
      if (!("words" in item)) return item;
      const { words, ...rest } = item;
      return { ...rest, state: { M: { words: { L: [{ S: words }] } } } };
    });
    expect(await contents()).toEqual(expect.arrayContaining(after));
    expect(await contents()).toHaveLength(after.length);
    expect(log).toEqual([`Brought the data in ${home} from format 2 to format ${HOME_VERSION}.`]);
  });

  it("is brought forward again after a process that died before the number was written", async () => {
    await fill(aggregate("T#tn_1#X#m_1", "3", "abc"));
    await open();
    const once = await contents();
    writeFileSync(join(home, "version"), "2\n");
    await open();
    expect(await contents()).toEqual(once);
  });

  it("without a table, or without a database, has nothing to bring forward", async () => {
    await open();
    writeFileSync(join(home, "version"), "2\n");
    await withDatabase(async () => {});
    await open();
    expect(log).toHaveLength(2);
  });

  it("is refused, and left as it is, when a head and its state are not of one moment", async () => {
    const [head, meta] = aggregate("T#tn_1#X#m_1", "3", "abc") as [object, object];
    const items = [...aggregate("T#tn_1#X#m_0", "1", "def"), head, { ...meta, seq: { N: "2" } }];
    await fill(items);
    const before = await contents();
    await expect(open()).rejects.toThrow("T#tn_1#X#m_1 has a head that its state does not have");
    expect(await contents()).toEqual(before);
  });
});
