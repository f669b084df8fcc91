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
 * An append-only file of JSON lines. An appended entry survives the end of the process immediately, and a
 * power cut once it is settled; no effect of an entry may be visible before that.
 */
export interface Journal<T> {
  /** Atomic: if it throws, for instance without space, the journal is unchanged. */
  append(entry: T): void;
  /**
   * Resolves when everything appended so far is on the disk. Concurrent callers share one sync, which runs
   * outside the event loop. Rejects if the disk fails.
   */
  settled(): Promise<void>;
  /** The same, synchronously, for entries that must be on the disk before the next instruction. */
  settle(): void;
  /**
   * Atomically replaces the whole content. Returns false if that is not possible now; the journal is then
   * unchanged.
   */
  rewrite(entries: Iterable<T>): boolean;
  /** Settles and closes the journal. Repeated calls have no effect. */
  close(): void;
}

const sync = promisify(fdatasync);

/**
 * Opens or creates a journal and returns its entries. Throws DamagedFile with the line; `consequence`
 * describes what is lost if the file is removed.
 */
export function openJournal<T>(path: string, consequence: string): { journal: Journal<T>; entries: T[] } {
  const content = read(path, readIfThere(path) ?? create(path), consequence);
  const journal = openFile(path, content);
  journal.settle();
  return { entries: content.entries as T[], journal };
}

const FEW = 1000;

/** Whether most lines of a journal are obsolete, so that a rewrite is worthwhile. */
export function isWorthRewriting(lines: number, live: number): boolean {
  return lines > FEW && lines > live * 4;
}

/** Returns the entries of a journal without changing it; none if there is no file. */
export function readJournal<T>(path: string, consequence: string): T[] {
  const bytes = readIfThere(path);
  return bytes ? (read(path, bytes, consequence).entries as T[]) : [];
}

function read(path: string, bytes: Buffer, consequence: string): JournalContent {
  const content = decodeJournal(bytes);
  if ("fault" in content) throw new DamagedFile(path, `line ${content.line}: ${content.fault}`, consequence);
  if (content.dropped !== undefined)
    console.warn(
      `${path}: dropped the part after line ${content.dropped - 1}, which was incomplete and never acknowledged.`,
    );
  return content;
}

function create(path: string): Buffer {
  const head = encodeHead(0);
  writeDurably(path, head);
  return Buffer.from(head);
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: creates an object; its methods share the state of one file.
function openFile(path: string, { entries, size: good, acknowledged }: JournalContent): Journal<unknown> {
  let descriptor = openSync(path, "r+");
  let size = good;
  let count = entries.length;
  /** The number of appended entries, and of those on the disk; unlike `count`, never reset. */
  let appended = count;
  let synced = acknowledged;
  let unsynced: Buffer[] = [];
  let mustRepeat = false;
  let running: Promise<void> | undefined;
  let generation = 0;
  let closed = false;
  ftruncateSync(descriptor, size);

  /** After `close`, another file may have the same descriptor. */
  const refuseClosed = () => {
    if (closed) throw new Error(`the journal ${path} is closed`);
  };
  /**
   * The kernel reports a failed write once and may then mark the pages as clean, so they must be written
   * again.
   */
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
  /** A descriptor that a sync in another thread still uses must not be reused for another file. */
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

/** Writes all bytes or throws: an almost full disk accepts a part of them without an error. */
function writeWhole(descriptor: number, bytes: Buffer, position: number): void {
  for (let done = 0; done < bytes.length; )
    done += writeSync(descriptor, bytes, done, bytes.length - done, position + done);
}

/** If this fails too, the rest is overwritten by the next entry or dropped at the next start. */
function truncate(descriptor: number, size: number): void {
  try {
    ftruncateSync(descriptor, size);
  } catch {}
}

/** The head only detects a lost end; a failure to write it loses no data. */
function writeHead(descriptor: number, acknowledged: number): void {
  try {
    writeSync(descriptor, encodeHead(acknowledged), 0);
  } catch {}
}
