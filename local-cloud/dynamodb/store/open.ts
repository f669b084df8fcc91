import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { noSpace } from "#local-cloud/durable/space.ts";
import { checksumOf, type Head, headPath, readHead } from "./head.ts";
import { FORMAT, SCHEMA } from "./schema.ts";

/** The engine that wrote a data folder: this one, LevelDB (before version 0.2), or none yet. */
type Engine = "sqlite" | "leveldb" | "none";

export function databasePath(dir: string): string {
  return join(dir, "dynamodb.sqlite");
}

export function engineOf(dir: string): Engine {
  const files = existsSync(dir) ? readdirSync(dir) : [];
  if (files.includes("dynamodb.sqlite") || files.includes("dynamodb.head")) return "sqlite";
  return files.includes("CURRENT") || files.some((file) => /^MANIFEST-\d+$/.test(file)) ? "leveldb" : "none";
}

/** Throws an error with a message for people for a folder that the LevelDB engine wrote. */
export function refuseLevelDb(dir: string): void {
  if (engineOf(dir) !== "leveldb") return;
  throw new Error(
    `The folder ${dir} was written by an older version, which kept its data in LevelDB, and cannot be migrated. Continue with that version, or choose another data folder.`,
  );
}

/**
 * Opens the folder's database exclusively and checks it: a closed file must match its checksum, and the log
 * must contain all commits of the head. Throws an error with a message for people.
 */
export function openSqlite(dir: string): DatabaseSync {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  refuseLevelDb(dir);
  const path = databasePath(dir);
  const head = readHead(dir);
  const isNew = !existsSync(path);
  if (isNew && head && head.commits > 0)
    throw damaged(path, `it is missing, although ${head.commits} commits were acknowledged`);
  const database = lock(path, isNew, head);
  try {
    prepare(database, path, head);
  } catch (error) {
    database.close();
    throw error;
  }
  if (isNew) syncFolder(dir);
  return database;
}

/** Locks the file for this process until the database is closed. */
function lock(path: string, isNew: boolean, head: Head | undefined): DatabaseSync {
  const isClosed = head?.checksum !== undefined && !existsSync(`${path}-wal`);
  if (!isNew && isClosed && checksumOf(path) !== head.checksum)
    throw damaged(path, "it has changed since it was closed (its checksum differs)");
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path);
    database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA temp_store = MEMORY");
    // Commits are synced outside the event loop (durability.ts); checkpoints sync by themselves.
    database.exec("PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4096; BEGIN EXCLUSIVE; COMMIT");
    return database;
  } catch (error) {
    database?.close();
    if (errorCode(error) === BUSY)
      throw new Error(
        `The database ${path} is in use by another process: stop it, or choose another data folder.`,
        { cause: error },
      );
    if (errorCode(error) === FULL) throw noSpace(dirname(path), error);
    throw damaged(path, reasonOf(error), error);
  }
}

function prepare(database: DatabaseSync, path: string, head: Head | undefined): void {
  try {
    const format = scalar(database, "PRAGMA user_version");
    if (format === 0) database.exec(`BEGIN; ${SCHEMA} COMMIT`);
    else if (format !== FORMAT)
      throw new Error(
        `The database ${path} has format ${format}, and this version reads format ${FORMAT}: start the version that wrote it.`,
      );
    else if (head?.checksum === undefined) refuseInconsistent(database, path);
  } catch (error) {
    if (errorCode(error) === FULL) throw noSpace(dirname(path), error);
    throw errorCode(error) === undefined ? error : damaged(path, reasonOf(error), error);
  }
  const commits = scalar(database, "SELECT commits FROM state");
  if (head && commits < head.commits)
    throw damaged(
      path,
      `its last ${head.commits - commits} of ${head.commits} acknowledged commits are lost (is ${path}-wal complete?)`,
    );
}

/** After a process was killed there is no checksum, so SQLite checks every page. */
function refuseInconsistent(database: DatabaseSync, path: string): void {
  const [first] = database.prepare("PRAGMA integrity_check(1)").all();
  if (first?.integrity_check !== "ok") throw damaged(path, String(first?.integrity_check));
}

function scalar(database: DatabaseSync, query: string): number {
  return Object.values(database.prepare(query).get() ?? {})[0] as number;
}

function damaged(path: string, reason: string, cause?: unknown): Error {
  return new Error(
    `The database ${path} is damaged: ${reason}. Restore the folder from a backup, or, to continue with the remaining data, move ${headPath(join(path, ".."))} away; to start empty, move the whole folder away.`,
    { cause },
  );
}

/** Makes the name of a new file survive a power cut. */
function syncFolder(dir: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(dir, "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
}

const BUSY = 5;
const FULL = 13;

function errorCode(error: unknown): number | undefined {
  return (error as { errcode?: number }).errcode;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
