import {
  closeSync,
  copyFileSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createDynamoDb } from "#local-cloud/dynamodb/dynamodb.ts";
import { engineOf } from "#local-cloud/dynamodb/store/open.ts";
import { makeTable } from "../../../cloud/dynamodb-table.ts";
import { call, served, temporaryDir } from "../served.ts";

let folder: ReturnType<typeof temporaryDir>;
let file: string;

beforeEach(() => {
  folder = temporaryDir();
  file = join(folder.dir, "dynamodb.sqlite");
});

afterEach(() => folder.remove());

describe("a database that was closed", () => {
  it.each([
    ["one changed bit", () => flipBit(file, Math.floor(statSync(file).size / 2))],
    ["its last page missing", () => truncateSync(file, statSync(file).size - 4096)],
    ["nothing in it", () => truncateSync(file, 0)],
    ["another content", () => writeFileSync(file, "hello")],
    ["no file at all", () => rmSync(file)],
  ])("is refused with %s, with its path and the remedy", async (_, damage) => {
    await writeAndClose();
    damage();
    await expect(createDynamoDb({ dir: folder.dir })).rejects.toThrow(
      /dynamodb\.sqlite is damaged: .*Restore the folder from a backup/,
    );
  });

  it("opens without its head file, as the refusal proposes", async () => {
    await writeAndClose();
    flipBit(join(folder.dir, "dynamodb.head"), 0);
    await (await createDynamoDb({ dir: folder.dir })).close();
    rmSync(join(folder.dir, "dynamodb.head"));
    const { client, close } = await served({ dir: folder.dir });
    expect(await items(client)).toBe(40);
    await close();
  });

  it("is refused when a newer version wrote it", async () => {
    await writeAndClose();
    rmSync(join(folder.dir, "dynamodb.head"));
    const { DatabaseSync } = await import("node:sqlite");
    const sqlite = new DatabaseSync(file);
    sqlite.exec("PRAGMA user_version = 99");
    sqlite.close();
    await expect(createDynamoDb({ dir: folder.dir })).rejects.toThrow(/has format 99/);
  });
});

describe("a database whose process was killed", () => {
  it("has everything that was acknowledged", async () => {
    const copy = await copyWhileOpen();
    const { client, close } = await served({ dir: copy });
    expect(await items(client)).toBe(40);
    await close();
  });

  it.each([
    ["half of its log", (log: string) => truncateSync(log, Math.floor(statSync(log).size / 2))],
    ["its log", (log: string) => rmSync(log)],
    ["a part of its log that was overwritten", (log: string) => flipBit(log, 200)],
  ])("is refused when it has lost %s", async (_, damage) => {
    const copy = await copyWhileOpen();
    damage(join(copy, "dynamodb.sqlite-wal"));
    await expect(createDynamoDb({ dir: copy })).rejects.toThrow(
      /dynamodb\.sqlite is damaged: its last \d+ of \d+ acknowledged commits are lost/,
    );
  });

  it("is refused when a page of the file is damaged", async () => {
    await writeAndClose();
    const copy = await copyWhileOpen();
    const descriptor = openSync(join(copy, "dynamodb.sqlite"), "r+");
    const pages = statSync(join(copy, "dynamodb.sqlite")).size / 4096;
    writeSync(descriptor, Buffer.alloc(4096, 7), 0, 4096, Math.floor(pages / 2) * 4096);
    closeSync(descriptor);
    await expect(createDynamoDb({ dir: copy })).rejects.toThrow(/dynamodb\.sqlite is damaged/);
  });
});

describe("a database after a power failure", () => {
  it("has everything that was acknowledged", async () => {
    let onDisk = 0;
    const sync = async (descriptor: number) => {
      const size = fstatSync(descriptor).size;
      await new Promise((resolve) => setTimeout(resolve, 5));
      onDisk = size;
    };
    const { client, endpoint, close } = await served({ dir: folder.dir, sync });
    const TableName = await makeTable(client);
    const cuts: { n: number; dir: string }[] = [];
    await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        await put(endpoint, TableName, n);
        if (n % 5 === 0) cuts.push({ n, dir: cutAt(onDisk, n) });
      }),
    );
    await close();
    expect(cuts).toHaveLength(4);
    for (const { n, dir } of cuts) {
      const after = await served({ dir });
      const Key = { pk: { S: "p" }, sk: { S: `${n}` } };
      const { body } = await call(after.endpoint, "DynamoDB_20120810.GetItem", { TableName, Key });
      expect(body.Item).toBeDefined();
      await after.close();
    }
  });

  /** What the disk would have: the log as far as it was synced. */
  function cutAt(size: number, n: number): string {
    const dir = join(folder.dir, `cut-${n}`);
    copyDatabase(dir);
    truncateSync(join(dir, "dynamodb.sqlite-wal"), size);
    return dir;
  }
});

describe("a database whose log cannot be synced", () => {
  it("fails the writes that wait for it, and accepts later ones", async () => {
    let broken = false;
    const sync = async () => {
      if (broken) throw new Error("EIO: i/o error, fdatasync");
    };
    const { client, endpoint, close } = await served({ dir: folder.dir, sync });
    const TableName = await makeTable(client);
    broken = true;
    const failed = await put(endpoint, TableName, 1);
    expect([failed.status, failed.body.__type]).toEqual([
      500,
      expect.stringMatching(/#InternalServerError$/),
    ]);
    broken = false;
    expect((await put(endpoint, TableName, 2)).status).toBe(200);
    await close();
    const again = await served({ dir: folder.dir });
    expect(await items(again.client)).toBe(2);
    await again.close();
  });
});

describe("the storage engine of a folder", () => {
  it("is detected by its files, and an older one's folder is refused with a sentence", async () => {
    expect(engineOf(join(folder.dir, "missing"))).toBe("none");
    expect(engineOf(folder.dir)).toBe("none");
    writeFileSync(join(folder.dir, "CURRENT"), "MANIFEST-000001\n");
    writeFileSync(join(folder.dir, "MANIFEST-000001"), "");
    expect(engineOf(folder.dir)).toBe("leveldb");
    await expect(createDynamoDb({ dir: folder.dir })).rejects.toThrow(/older version.*LevelDB/);
    const fresh = join(folder.dir, "fresh");
    await (await createDynamoDb({ dir: fresh })).close();
    expect(engineOf(fresh)).toBe("sqlite");
  });
});

async function writeAndClose(): Promise<void> {
  const { client, endpoint, close } = await served({ dir: folder.dir });
  const TableName = await makeTable(client);
  for (let n = 0; n < 40; n++) await put(endpoint, TableName, n);
  await close();
}

/** The folder as a process leaves it that is killed after 40 items. */
async function copyWhileOpen(): Promise<string> {
  const copy = join(folder.dir, "copy");
  const { client, endpoint, close } = await served({ dir: folder.dir });
  const TableName = await makeTable(client);
  for (let n = 0; n < 40; n++) await put(endpoint, TableName, n);
  copyDatabase(copy);
  await close();
  return copy;
}

function copyDatabase(to: string): void {
  mkdirSync(to);
  for (const name of ["dynamodb.sqlite", "dynamodb.sqlite-wal", "dynamodb.head"])
    copyFileSync(join(folder.dir, name), join(to, name));
}

function put(endpoint: string, TableName: string, n: number) {
  const Item = { pk: { S: "p" }, sk: { S: `${n}` }, filler: { S: "x".repeat(1000) } };
  return call(endpoint, "DynamoDB_20120810.PutItem", { TableName, Item });
}

async function items(client: Awaited<ReturnType<typeof served>>["client"]): Promise<number> {
  const { ListTablesCommand, DescribeTableCommand } = await import("@aws-sdk/client-dynamodb");
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  const { Table } = await client.send(new DescribeTableCommand({ TableName: TableNames.at(-1) }));
  return Table?.ItemCount ?? 0;
}

function flipBit(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] as number) ^ 1;
  writeFileSync(path, bytes);
}
