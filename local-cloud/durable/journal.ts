import { closeSync, fdatasync, fdatasyncSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { DamagedFile } from "./damage.ts";
import {
  decodeJournal,
  encodeEntry,
  encodeHead,
  encodeJournal,
  type JournalContent,
} from "./journal-format.ts";
import { readIfThere } from "./read-file.ts";
import { replaceFile, syncFolder, writeDurably } from "./write-file.ts";

/**
 * An append-only file of JSON lines. What was appended survives the death of the process at once, and a power cut
 * once it is settled: an entry may not be seen outside before that.
 */
export interface Journal<T> {
  /** All or nothing: when it throws (no space, say) the journal is as it was. */
  append(entry: T): void;
  /**
   * Resolves when everything appended so far is on the disk. Callers at the same time share one sync, which runs
   * beside the event loop; rejects when the disk refuses.
   */
  settled(): Promise<void>;
  /** The same, at once, for what must be on the disk before the next instruction. */
  settle(): void;
  /** Replaces the whole content, atomically; false when that cannot be done now and the journal goes on as it was. */
  rewrite(entries: Iterable<T>): boolean;
  /** Settles, then closes; for the second time does nothing. */
  close(): void;
}

const sync = promisify(fdatasync);

/**
 * Opens or makes a journal and returns what is in it. Throws DamagedFile with the line; `consequence` says what is
 * lost when the file is removed.
 */
export function openJournal<T>(path: string, consequence: string): { journal: Journal<T>; entries: T[] } {
  const content = read(path, readIfThere(path) ?? create(path), consequence);
  const journal = openFile(path, content);
  journal.settle();
  return { entries: content.entries as T[], journal };
}

const FEW = 1000;

/** Whether most of a journal's lines are out of date, so that a rewrite pays. */
export function isWorthRewriting(lines: number, live: number): boolean {
  return lines > FEW && lines > live * 4;
}

/** The entries of a journal as they are now; none where there is no file. Changes nothing. */
export function readJournal<T>(path: string, consequence: string): T[] {
  const bytes = readIfThere(path);
  return bytes ? (read(path, bytes, consequence).entries as T[]) : [];
}

function read(path: string, bytes: Buffer, consequence: string): JournalContent {
  const content = decodeJournal(bytes);
  if ("fault" in content) throw new DamagedFile(path, `line ${content.line}: ${content.fault}`, consequence);
  if (content.dropped !== undefined)
    console.warn(
      `${path}: dropped what follows line ${content.dropped - 1}, which was not written to its end and never acknowledged.`,
    );
  return content;
}

function create(path: string): Buffer {
  const head = encodeHead(0);
  writeDurably(path, head);
  return Buffer.from(head);
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: makes an object; its methods share the state of one file.
function openFile(path: string, { entries, size: good, acknowledged }: JournalContent): Journal<unknown> {
  let descriptor = openSync(path, "r+");
  let size = good;
  let count = entries.length;
  /** How many entries were appended, and how many of them are on the disk; unlike `count`, never reset. */
  let appended = count;
  let synced = acknowledged;
  let unsynced: Buffer[] = [];
  let mustRepeat = false;
  let running: Promise<void> | undefined;
  let generation = 0;
  let closed = false;
  ftruncateSync(descriptor, size);

  /** Another file may have the descriptor by then. */
  const refuseClosed = () => {
    if (closed) throw new Error(`the journal ${path} is closed`);
  };
  /** A kernel reports a failed write once and may then call the pages clean: only writing them anew helps. */
  const repeat = () => {
    const bytes = Buffer.concat(unsynced);
    if (mustRepeat) writeWhole(descriptor, bytes, size - bytes.length);
  };
  const isSettled = (upTo: number, entries: number, chunks: number) => {
    mustRepeat = false;
    synced = Math.max(synced, upTo);
    unsynced = unsynced.slice(chunks);
    writeHead(descriptor, entries);
  };
  const run = async () => {
    const [upTo, entries, chunks, started] = [appended, count, unsynced.length, generation];
    refuseClosed();
    try {
      repeat();
      await sync(descriptor);
      if (started === generation) isSettled(upTo, entries, chunks);
    } catch (error) {
      if (started !== generation) return;
      mustRepeat = true;
      throw error;
    }
  };
  const settle = () => {
    if (synced >= appended) return;
    refuseClosed();
    try {
      repeat();
      fdatasyncSync(descriptor);
    } catch (error) {
      mustRepeat = true;
      throw error;
    }
    generation++;
    isSettled(appended, count, unsynced.length);
  };
  /** A descriptor that a sync is using in another thread must not become another file's. */
  const release = (old: number) => {
    if (running === undefined) closeSync(old);
    else void running.catch(() => {}).then(() => closeSync(old));
  };
  return {
    append(entry) {
      refuseClosed();
      const line = Buffer.from(encodeEntry(count + 1, entry));
      try {
        writeWhole(descriptor, line, size);
      } catch (error) {
        truncate(descriptor, size);
        throw error;
      }
      size += line.length;
      count++;
      appended++;
      unsynced.push(line);
    },
    async settled() {
      const target = appended;
      while (synced < target) {
        running ??= run().finally(() => {
          running = undefined;
        });
        await running;
      }
    },
    settle,
    rewrite(entries) {
      const all = [...entries];
      const content = Buffer.from(encodeJournal(all));
      let fresh: number;
      try {
        fresh = replaceFile(path, content);
      } catch {
        return false;
      }
      release(descriptor);
      descriptor = fresh;
      size = content.length;
      count = all.length;
      synced = appended;
      unsynced = [];
      mustRepeat = false;
      generation++;
      syncFolder(dirname(path));
      return true;
    },
    close() {
      if (closed) return;
      try {
        settle();
      } finally {
        closed = true;
        release(descriptor);
      }
    },
  };
}

/** All bytes or an error: a disk that is almost full takes a part of them without one. */
function writeWhole(descriptor: number, bytes: Buffer, position: number): void {
  for (let done = 0; done < bytes.length; )
    done += writeSync(descriptor, bytes, done, bytes.length - done, position + done);
}

/** What stays behind when this fails too is overwritten by the next entry or dropped at the next start. */
function truncate(descriptor: number, size: number): void {
  try {
    ftruncateSync(descriptor, size);
  } catch {}
}

/** The head is a witness only: without it a lost end would go unnoticed, not be lost. */
function writeHead(descriptor: number, acknowledged: number): void {
  try {
    writeSync(descriptor, encodeHead(acknowledged), 0);
  } catch {}
}
