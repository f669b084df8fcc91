import { PutCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import db, { type Level, type Operation } from "dynalite/db/index.js";
import { makeTable } from "../../cloud/dynamodb-table.ts";
import { served, temporaryDir } from "./served.ts";

const folder = temporaryDir();
let here: Awaited<ReturnType<typeof served>>;
let TableName: string;
let batch: jest.SpiedFunction<Level["batch"]>;
let others: jest.SpiedFunction<any>[];

beforeAll(async () => {
  const prototype = levelPrototype(db.create({ path: `${folder.dir}/spied` }).db);
  batch = jest.spyOn(prototype, "batch");
  others = [jest.spyOn(prototype as any, "put"), jest.spyOn(prototype as any, "del")];
  here = await served({ dir: `${folder.dir}/data` });
  TableName = await makeTable(here.client, "NEW_IMAGE");
});

afterAll(async () => {
  jest.restoreAllMocks();
  await here.close();
  folder.remove();
});

describe("one operation is one batch of the database", () => {
  it("with the item, its index entries and its stream record", async () => {
    const Item = { pk: "p", sk: "s", g1: "a", g1s: "1", g2: "b", g2s: "2" };
    const written = await batchesOf(() => here.db.send(new PutCommand({ TableName, Item })));
    expect(written).toEqual([["i", "q", "s", "x", "x"]]);
  });

  it("with all items of a transaction and its token", async () => {
    const TransactItems = ["t1", "t2"].map((sk) => ({
      Put: { TableName, Item: { pk: "p", sk, g1: "a", g1s: sk } },
    }));
    const written = await batchesOf(() => here.db.send(new TransactWriteCommand({ TransactItems })));
    expect(written).toEqual([["i", "i", "k", "q", "s", "s", "x", "x"]]);
  });
});

/** The first letters of the keys of every batch, sorted; fails when anything was written besides. */
async function batchesOf(work: () => Promise<unknown>): Promise<string[][]> {
  batch.mockClear();
  await work();
  for (const other of others) expect(other).not.toHaveBeenCalled();
  return batch.mock.calls.map(([operations]) => (operations as Operation[]).map(({ key }) => key[0]!).sort());
}

/** Where the database's own `batch` is: dynalite hides it behind one of its own. */
function levelPrototype(level: Level): Level {
  let prototype = Object.getPrototypeOf(level);
  while (!Object.hasOwn(prototype, "batch")) prototype = Object.getPrototypeOf(prototype);
  return prototype;
}
