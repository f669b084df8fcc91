import { existsSync, lstatSync, readlinkSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Wraps the command that runs a stranger's function. `command[0]` is the Node binary; `cwd` is the only folder
 * it may read. The result gets `env` and nothing else of ours.
 */
export type FunctionSandbox = (
  command: string[],
  options: { cwd: string; env: Record<string, string> },
) => { command: string; args: string[]; env: Record<string, string> };

export interface NamedSandbox {
  readonly title: string;
  readonly wrap: FunctionSandbox;
}

/** A user and group that exist nowhere else, for when we are root: bubblewrap is never run as root. */
const STRANGER = "61002";
const SEARCH = ["/usr/bin", "/bin", "/usr/local/bin"].join(delimiter);

/** The strongest isolation there is on this machine. */
export function defaultSandbox(): NamedSandbox {
  return bubblewrap() ?? nodePermissions;
}

/** A root of its own with nothing in it, no network, no rights. Undefined where its programs are missing. */
function bubblewrap(): NamedSandbox | undefined {
  const [bwrap, prlimit, setpriv] = ["bwrap", "prlimit", "setpriv"].map(find);
  const root = process.getuid?.() === 0;
  if (!bwrap || !prlimit || (root && !setpriv)) return undefined;
  const drop = root && setpriv ? [setpriv, ...DROP] : [];
  const wrap: FunctionSandbox = (command, { cwd, env }) =>
    split([...drop, prlimit, ...LIMITS, bwrap, ...rooms(command, cwd), ...command], env);
  return { title: "bubblewrap (no network, no files but the function's own)", wrap };
}

/** Node's own permission model: no other file, no process, no addon; but the network is open. */
export const nodePermissions: NamedSandbox = {
  title: "Node's permission model (weaker: functions reach the network)",
  wrap: ([node = process.execPath, ...rest], { cwd, env }) =>
    split([node, "--permission", `--allow-fs-read=${cwd}/*`, ...rest], env),
};

const DROP = ["--reuid", STRANGER, "--regid", STRANGER, "--clear-groups", "--no-new-privs"];
const LIMITS = ["--nproc=512", "--nofile=1024", "--fsize=16777216", "--core=0"];

function rooms([node = process.execPath]: readonly string[], cwd: string): string[] {
  return [
    ...["--unshare-all", "--unshare-user", "--disable-userns", "--die-with-parent", "--new-session"],
    ...["/usr/lib", "/usr/lib64", "/lib", "/lib64"].flatMap(libraries),
    ...["--proc", "/proc", "--dev", "/dev", "--size", "16777216", "--tmpfs", "/tmp"],
    ...["--ro-bind", node, node, "--ro-bind", cwd, cwd, "--chdir", cwd],
    ...["--remount-ro", "/dev", "--remount-ro", "/", "--cap-drop", "ALL", "--"],
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
