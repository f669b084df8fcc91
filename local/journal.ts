import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/**
 * An append-only file of JSON lines. `append` returns once the kernel has the line, so a line that was
 * appended survives the death of the process; a torn last line (power loss) is dropped when it is opened again.
 */
export interface Journal<T> {
  append(entry: T): void;
  /** Replaces the whole content, atomically. For compaction. */
  rewrite(entries: Iterable<T>): void;
  close(): void;
}

export function openJournal<T>(path: string): { journal: Journal<T>; entries: T[] } {
  mkdirSync(dirname(path), { recursive: true });
  const { entries, clean } = readEntries<T>(path);
  let fd = openSync(path, "a");
  const journal: Journal<T> = {
    append: (entry) => void writeSync(fd, `${JSON.stringify(entry)}\n`),
    rewrite: (all) => {
      closeSync(fd);
      replace(path, all);
      fd = openSync(path, "a");
    },
    close: () => closeSync(fd),
  };
  if (!clean) journal.rewrite(entries);
  return { journal, entries };
}

function readEntries<T>(path: string): { entries: T[]; clean: boolean } {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { entries: [], clean: true };
    throw error;
  }
  const lines = text.split("\n");
  const tail = lines.pop();
  return { entries: lines.map((line) => JSON.parse(line) as T), clean: tail === "" };
}

function replace(path: string, entries: Iterable<unknown>): void {
  const temporary = `${path}.new`;
  const fd = openSync(temporary, "w");
  for (const entry of entries) writeSync(fd, `${JSON.stringify(entry)}\n`);
  fsyncSync(fd);
  closeSync(fd);
  renameSync(temporary, path);
}
