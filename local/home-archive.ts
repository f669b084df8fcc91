// `node local/home-archive.ts backup <home> [<file>]` and `… restore <home> <file> [--force]`: what the command's
// `backup` and `restore` do. Prints one JSON object, or an error message on stderr.
import { resolve } from "node:path";
import { backUp } from "#local/backup/backup.ts";
import { restore } from "#local/backup/restore.ts";
import { stamp } from "#local/backup/stamp.ts";

const [action, home = "", file = "", force] = process.argv.slice(2);
const now = new Date();
const paths = [resolve(home), resolve(file || `gantry-backup-${stamp(now)}.tar.zst`)] as const;

// What is unfinished is removed as the process ends.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

try {
  console.log(JSON.stringify(action === "restore" ? await restored() : await backedUp()));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function backedUp() {
  return { file: paths[1], bytes: await backUp(...paths, now) };
}

async function restored() {
  const { manifest, aside } = await restore(...paths, { force: force === "--force", now });
  const { created_at, gantry } = manifest;
  return {
    home: paths[0],
    created_at,
    gantry,
    files: Object.keys(manifest.files).length,
    aside: aside ?? null,
  };
}
