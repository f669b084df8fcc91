// Builds the static client into `web/dist` if it is missing or older than its sources. Plain JavaScript, because it is
// part of the set-up. `node scripts/build-client.mjs` does nothing else.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { node, root } from "./setup.mjs";

const SOURCES = ["web", "sdk/typescript", "docs/images"];
const VITE = "node_modules/vite/bin/vite.js";
const built = join(root, "web/dist");
/** Contains the digest of the sources of what is built. Not in `web/dist`, all of which is served. */
const stamp = join(root, "web/.built");

/** Takes some seconds, and no time if nothing has changed. Another process may build at the same time. */
export function buildClient() {
  if (!existsSync(join(root, "web/index.html"))) return;
  const digest = digestOfSources();
  if (existsSync(built) && existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return;
  console.error("gantry: building the web client (once) ...");
  const out = `${built}-${process.pid}`;
  const { status } = spawnSync(node, [VITE, "build", "web", "--outDir", out, "--logLevel", "error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) {
    rmSync(out, { recursive: true, force: true });
    console.error("gantry: the web client could not be built; the reason is above.");
    process.exit(1);
  }
  rmSync(built, { recursive: true, force: true });
  renameSync(out, built);
  writeFileSync(stamp, digest);
}

function digestOfSources() {
  const hash = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  for (const path of SOURCES.flatMap(filesOf).sort())
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  return hash.digest("hex");
}

/** Paths relative to the root. */
function filesOf(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return path.startsWith("web/dist") ? [] : filesOf(path);
    return path === "web/.built" ? [] : [path];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildClient();
