import { closeSync, fchmodSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

export interface RotatingFile {
  /** Appends a line. Never throws, because a log that cannot be written must not interrupt the work. */
  write(line: string): void;
  close(): void;
}

export interface RotatingFileOptions {
  /** A file that would exceed this size is rotated first. */
  readonly maxBytes: number;
  /** The maximum number of files, including the current one; `<path>.1` is the newest of the others. */
  readonly keep: number;
  /** Called when a line cannot be written, and not again until a line was written. */
  readonly onFault?: (error: NodeJS.ErrnoException) => void;
}

/** Opens a file of lines that only its owner can read (mode 0600), rotated by size. */
export function openRotatingFile(
  path: string,
  { maxBytes, keep, onFault }: RotatingFileOptions,
): RotatingFile {
  let file: { readonly fd: number; size: number } | undefined;
  let failing = false;
  let torn = false;

  const close = () => {
    if (file) closeSync(file.fd);
    file = undefined;
  };
  const append = (line: string) => {
    const bytes = Buffer.from(`${torn ? "\n" : ""}${line}\n`);
    file ??= open(path);
    if (file.size > 0 && file.size + bytes.length > maxBytes) {
      close();
      putAside(path, keep);
      file = open(path);
    }
    for (let at = 0; at < bytes.length; ) {
      at += writeSync(file.fd, bytes, at);
      torn = at < bytes.length;
    }
    file.size += bytes.length;
  };

  return {
    write(line) {
      try {
        append(line);
        failing = false;
      } catch (error) {
        if (!failing) onFault?.(error as NodeJS.ErrnoException);
        failing = true;
      }
    },
    close,
  };
}

function open(path: string): { fd: number; size: number } {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const fd = openSync(path, "a", 0o600);
  const stat = fstatSync(fd);
  // An existing file would keep its mode.
  if (stat.isFile()) fchmodSync(fd, 0o600);
  return { fd, size: stat.isFile() ? stat.size : 0 };
}

function putAside(path: string, keep: number): void {
  for (let at = keep - 1; at > 0; at--) {
    try {
      renameSync(at === 1 ? path : `${path}.${at - 1}`, `${path}.${at}`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
}
