import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** A small JSON document that only its owner can read (mode 0600), replaced as a whole and durably. */
export interface PrivateFile<T> {
  /** The content as it was last saved; undefined before the first time. */
  load(): T | undefined;
  save(content: T): void;
}

export function privateFile<T>(path: string): PrivateFile<T> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  return {
    load() {
      try {
        return JSON.parse(readFileSync(path, "utf8")) as T;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
      }
    },
    save(content) {
      const temporary = `${path}.new`;
      const fd = openSync(temporary, "w", 0o600);
      writeSync(fd, JSON.stringify(content));
      fsyncSync(fd);
      closeSync(fd);
      renameSync(temporary, path);
    },
  };
}
