import { join } from "node:path";

/**
 * `node small-disk.ts <megabytes>`: becomes an installation whose data folder (GANTRY_HOME) is a disk of its own, in a
 * mount namespace that ends with it. Others reach that disk through `/proc/<pid>/root`.
 */
const [megabytes = ""] = process.argv.slice(2);
const root = join(import.meta.dirname, "../../..");
const mountAndStart =
  'mount -t tmpfs -o "size=$1" none "$GANTRY_HOME" && cd "$2" && exec "$3" local/main.ts --json';
// Root needs no namespace of users, and without one the builder's own users go on working.
const users = process.getuid?.() === 0 ? [] : ["--user", "--map-root-user"];
const command = ["sh", "-c", mountAndStart, "sh", `${megabytes}m`, root, process.execPath];
process.execve?.("/usr/bin/unshare", ["unshare", ...users, "--mount", ...command], process.env as never);
