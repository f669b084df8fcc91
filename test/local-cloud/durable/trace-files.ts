import fs from "node:fs";
import { ServerResponse } from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { dirname } from "node:path";

/**
 * Loaded before a program (`node --import`): records in `globalThis.trace` what it does to files, and when it begins
 * to answer a request. A sync is recorded once it is done.
 */
export interface Trace {
  readonly op: "write" | "sync" | "name" | "reply";
  /** The file written, the file or folder synced, or the folder that has a new name in it. */
  readonly path: string;
}

const trace: Trace[] = [];
const paths = new Map<number, string>();
Object.assign(globalThis, { trace });

const real = { ...fs };
const record = (op: Trace["op"], file: fs.PathLike | number) =>
  trace.push({
    op,
    path: typeof file === "number" ? (paths.get(file) ?? `descriptor ${file}`) : String(file),
  });
const opened = (path: fs.PathLike, flags: unknown, descriptor: number) => {
  paths.set(descriptor, String(path));
  if (/[wa]/.test(String(flags))) record("name", dirname(String(path)));
};

Object.assign(fs, {
  openSync(path: fs.PathLike, flags: any, mode: any) {
    const descriptor = real.openSync(path, flags, mode);
    opened(path, flags, descriptor);
    return descriptor;
  },
  open(path: fs.PathLike, flags: any, mode: any, done: any) {
    real.open(path, flags, mode, (error, descriptor) => {
      if (!error) opened(path, flags, descriptor);
      done(error, descriptor);
    });
  },
  writeSync(...args: [number, ...unknown[]]) {
    // The head of a journal, rewritten in place, is told to nobody.
    const isHead = String(args[1]).startsWith('{"journal":');
    if (!isHead) record("write", args[0]);
    return (real.writeSync as any)(...args);
  },
  write(...args: [number, ...unknown[]]) {
    record("write", args[0]);
    return (real.write as any)(...args);
  },
  writev(...args: [number, ...unknown[]]) {
    record("write", args[0]);
    return (real.writev as any)(...args);
  },
  writeFileSync(...args: [number, ...unknown[]]) {
    record("write", args[0]);
    return (real.writeFileSync as any)(...args);
  },
  renameSync(from: string, to: string) {
    real.renameSync(from, to);
    // What was synced under the old name is synced under the new one.
    for (const [at, { op, path }] of trace.entries()) if (path === from) trace[at] = { op, path: to };
    record("name", dirname(to));
  },
  mkdirSync(path: string, ...rest: unknown[]) {
    const first = (real.mkdirSync as any)(path, ...rest);
    if (first !== undefined) record("name", dirname(first));
    return first;
  },
  fsyncSync: (descriptor: number) => {
    real.fsyncSync(descriptor);
    record("sync", descriptor);
  },
  fdatasyncSync: (descriptor: number) => {
    real.fdatasyncSync(descriptor);
    record("sync", descriptor);
  },
  fsync: (descriptor: number, done: fs.NoParamCallback) =>
    real.fsync(descriptor, (error) => {
      if (!error) record("sync", descriptor);
      done(error);
    }),
  fdatasync: (descriptor: number, done: fs.NoParamCallback) =>
    real.fdatasync(descriptor, (error) => {
      if (!error) record("sync", descriptor);
      done(error);
    }),
});
syncBuiltinESMExports();

const { writeHead } = ServerResponse.prototype;
ServerResponse.prototype.writeHead = function (this: ServerResponse, ...args: any[]) {
  trace.push({ op: "reply", path: "" });
  return (writeHead as any).apply(this, args);
} as never;
