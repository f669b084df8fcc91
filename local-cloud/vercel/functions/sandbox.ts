import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync, lstatSync, readlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Writable } from "node:stream";

/**
 * Wraps the command that runs an untrusted function. `command[0]` is the Node binary; `cwd` is the only
 * folder that it may read. It receives only `env` and no other variables.
 */
export type FunctionSandbox = (
  command: string[],
  options: { cwd: string; env: Record<string, string> },
) => Wrapped;

/** A program to start, with the system call filter that it reads from descriptor {@link FILTER_FD}. */
export interface Wrapped {
  readonly command: string;
  readonly args: string[];
  readonly env: Record<string, string>;
  readonly filter?: Uint8Array;
}

/** Returns the sandbox of this machine, or undefined if its programs are missing. It is not tested yet. */
export type FindSandbox = () => FunctionSandbox | undefined;

/** A user and group id without an account, used if this process is root: bubblewrap never runs as root. */
const STRANGER = "61002";
const FILTER_FD = 3;
const SEARCH = ["/usr/bin", "/bin", "/usr/local/bin"].join(delimiter);

/**
 * Selects the sandbox of this platform: Seatbelt on macOS, otherwise bubblewrap with a system call filter,
 * which `seccompFilter` creates for an architecture (an array of struct sock_filter; throws for an unknown
 * one).
 */
export function machineSandbox(seccompFilter: (arch: string) => Uint8Array): FindSandbox {
  return () => (process.platform === "darwin" ? seatbelt() : bubblewrap(seccompFilter));
}

/** Starts a wrapped program with pipes for its input and output. */
export function spawnWrapped(
  { command, args, env, filter }: Wrapped,
  cwd: string,
): ChildProcessWithoutNullStreams {
  const stdio = Array<"pipe">(filter ? FILTER_FD + 1 : FILTER_FD).fill("pipe");
  const child = spawn(command, args, { cwd, env, stdio }) as ChildProcessWithoutNullStreams;
  const pipe: unknown = child.stdio[FILTER_FD];
  // A program that ends before it has read its input is reported by its exit.
  if (filter) (pipe as Writable).on("error", () => undefined).end(filter);
  return child;
}

/** An empty root file system, no network, no capabilities, and the system call filter of builders. */
function bubblewrap(seccompFilter: (arch: string) => Uint8Array): FunctionSandbox | undefined {
  const [bwrap, prlimit, setpriv] = ["bwrap", "prlimit", "setpriv"].map(find);
  const root = process.getuid?.() === 0;
  const filter = seccompFilter(process.arch);
  if (!bwrap || !prlimit || (root && !setpriv)) return undefined;
  const drop = root && setpriv ? [setpriv, ...DROP] : [];
  return (command, { cwd, env }) => ({
    ...split([...drop, prlimit, ...LIMITS, bwrap, ...rooms(command, cwd), ...command], env),
    filter,
  });
}

/**
 * macOS: Seatbelt denies network access; Node's permission model denies all other files, processes and
 * addons.
 */
function seatbelt(): FunctionSandbox | undefined {
  const program = find("sandbox-exec");
  if (!program) return undefined;
  return ([node = process.execPath, ...rest], { cwd, env }) =>
    split([program, "-p", NO_NETWORK, node, "--permission", `--allow-fs-read=${cwd}/*`, ...rest], env);
}

const NO_NETWORK = "(version 1)(allow default)(deny network*)";
const DROP = ["--reuid", STRANGER, "--regid", STRANGER, "--clear-groups", "--no-new-privs"];
const LIMITS = ["--nproc=512", "--nofile=1024", "--fsize=16777216", "--core=0"];

function rooms([node = process.execPath]: readonly string[], cwd: string): string[] {
  return [
    ...["--unshare-all", "--unshare-user", "--disable-userns", "--die-with-parent", "--new-session"],
    ...["/usr/lib", "/usr/lib64", "/lib", "/lib64"].flatMap(libraries),
    ...["--proc", "/proc", "--dev", "/dev", "--size", "16777216", "--tmpfs", "/tmp"],
    ...["--ro-bind", node, node, "--ro-bind", cwd, cwd, "--chdir", cwd],
    ...["--remount-ro", "/dev", "--remount-ro", "/", "--cap-drop", "ALL"],
    ...["--seccomp", `${FILTER_FD}`, "--"],
  ];
}

function libraries(path: string): string[] {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  return found.isSymbolicLink() ? ["--symlink", readlinkSync(path), path] : ["--ro-bind", path, path];
}

function split([command = "", ...args]: string[], env: Record<string, string>) {
  return { command, args, env };
}

function find(program: string): string | undefined {
  return SEARCH.split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));
}
