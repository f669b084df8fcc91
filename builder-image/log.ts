import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { makeScratch } from "./scratch.ts";

/** The output of the commands, stored on disk to leave the memory to the commands. */
export interface Log {
  write(chunk: Uint8Array | string): void;
  read(): Uint8Array;
  close(): void;
}

/** Opens a log that keeps its first `maxBytes`. */
export function openLog(maxBytes: number): Log {
  const folder = makeScratch();
  const path = join(folder, "log");
  const fd = openSync(path, "wx", 0o600);
  let left = maxBytes;
  return {
    write(chunk) {
      const bytes = Buffer.from(chunk).subarray(0, left);
      left -= bytes.length;
      for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
    },
    read: () => readFileSync(path),
    close() {
      closeSync(fd);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
