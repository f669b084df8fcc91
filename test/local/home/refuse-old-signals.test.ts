import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { HOME_VERSION, openHome } from "#local/home/open-home.ts";
import { createTable } from "#local-cloud/dynamodb/operations/create-table.ts";
import { putItem } from "#local-cloud/dynamodb/operations/item-writes.ts";
import { scan } from "#local-cloud/dynamodb/operations/scan.ts";
import { type Database, openDatabase } from "#local-cloud/dynamodb/store/database.ts";

let home: string;
let log: string[];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "gantry-signals-"));
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

const item = (pk: string, sk: string) => ({ pk: { S: pk }, sk: { S: sk }, n: { N: "1" } });
const CHAIN = ["HEAD", "META", "E#000000000001"].map((sk) => item("T#tn_1#C#c_1", sk));
/** What a folder has where a person has logged in and asked for nothing yet. */
const SESSION = item("G#KEY#ab", "K");

const fill = (items: readonly object[]) =>
  withDatabase(async (database) => {
    await createTable(database, TABLE);
    for (const Item of items) await putItem(database, { TableName: "gantry", Item });
  });
const contents = () =>
  withDatabase(
    async (database) => ((await scan(database, { TableName: "gantry" })) as { Items: object[] }).Items,
  );

describe("a data folder of a format before 3", () => {
  it.each(["1", "2"])("with signals is refused and left unchanged: format %s", async (format) => {
    writeFileSync(join(home, "version"), format);
    await fill([SESSION, ...CHAIN]);
    const before = await contents();
    await expect(open()).rejects.toThrow(
      `The data in ${home} was written by an older version of Gantry (format ${format}), and this version does not continue its missions and consultations.`,
    );
    expect(await contents()).toEqual(before);
    expect(readFileSync(join(home, "version"), "utf8")).toBe(format);
    expect(log).toEqual([]);
  });

  it("without signals is migrated with everything in it", async () => {
    await fill([SESSION]);
    await open();
    expect(await contents()).toEqual([SESSION]);
    expect(log).toEqual([`Migrated the data in ${home} from format 2 to format ${HOME_VERSION}.`]);
  });

  it("without a table, or without a database, is migrated", async () => {
    await open();
    writeFileSync(join(home, "version"), "2\n");
    await withDatabase(async () => {});
    await open();
    expect(log).toHaveLength(2);
  });
});

describe("a data folder of the current format", () => {
  it("is opened with its signals", async () => {
    writeFileSync(join(home, "version"), `${HOME_VERSION}\n`);
    await fill(CHAIN);
    await open();
    expect(await contents()).toHaveLength(CHAIN.length);
  });
});
