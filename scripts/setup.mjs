// Makes this checkout runnable, once: npm packages, and a sandbox for builds where the system's package
// manager may install one. Plain JavaScript: it runs on the system's Node (20 or newer) before anything is here.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const node = join(root, "node_modules/.bin/node");
const stamp = join(root, "node_modules/.gantry-setup");
/** Written before each try to install a sandbox: one that failed or hung is tried again after a day only. */
const tried = join(root, "node_modules/.gantry-sandbox-tried");
const DAY_MS = 24 * 3600 * 1000;
const INSTALL_SECONDS = 120;

const INSTALLERS = [
  {
    manager: "apt-get",
    steps: [
      ["apt-get", "update", "-qq"],
      ["apt-get", "install", "-y", "-qq", "bubblewrap"],
    ],
  },
  { manager: "dnf", steps: [["dnf", "install", "-y", "-q", "bubblewrap"]] },
  { manager: "apk", steps: [["apk", "add", "--quiet", "bubblewrap"]] },
  { manager: "pacman", steps: [["pacman", "-Sy", "--noconfirm", "bubblewrap"]] },
];

export function setup() {
  installPackages();
  installSandbox();
}

function installPackages() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(node) && existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.error("gantry: installing npm packages (once) ...");
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : ["npm", []];
  // `npm ci` refuses a lock that was written where a platform's optional packages could not be seen.
  const install = run(command, [
    ...args,
    "install",
    "--no-save",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ]);
  if (install.status !== 0)
    fail("`npm install` failed; its output is above. Check the network and run the command again.");
  writeFileSync(stamp, lock);
}

function installSandbox() {
  if (process.platform !== "linux" || has("bwrap")) return;
  const found = INSTALLERS.find(({ manager }) => has(manager));
  if (!found) return warn("install bubblewrap with your system's package manager");
  const command = found.steps.map((step) => `sudo ${step.join(" ")}`).join(" && ");
  const asRoot = triedToday() ? undefined : elevation();
  if (!asRoot) return warn(command);
  // Only root may end what sudo has started, so the limit starts behind it.
  const limit = has("timeout") ? ["timeout", "-s", "KILL", `${INSTALL_SECONDS}`] : [];
  writeFileSync(tried, `${new Date().toISOString()}\n`);
  console.error("gantry: installing bubblewrap, the sandbox for builds (once) ...");
  for (const step of found.steps) {
    const [bin, ...args] = [...asRoot, ...limit, ...step];
    const options = { timeout: INSTALL_SECONDS * 1000 + 5000, killSignal: "SIGKILL" };
    if (run(bin, args, { DEBIAN_FRONTEND: "noninteractive" }, options).status !== 0) return warn(command);
  }
}

function triedToday() {
  return existsSync(tried) && Date.now() - statSync(tried).mtimeMs < DAY_MS;
}

/** Prefix that runs a command as root without a question, or undefined where there is none. */
function elevation() {
  if (process.getuid?.() === 0) return [];
  if (has("sudo") && spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0)
    return ["sudo", "-n"];
  return undefined;
}

function has(bin) {
  return (process.env.PATH ?? "").split(":").some((folder) => folder && existsSync(join(folder, bin)));
}

function run(command, args, env = {}, options = {}) {
  const stdio = ["ignore", 2, 2];
  return spawnSync(command, args, { cwd: root, stdio, env: { ...process.env, ...env }, ...options });
}

/** Root needs no bubblewrap: it can give each build a user of its own. */
function warn(command) {
  if (process.getuid?.() === 0 && (has("setpriv") || has("perl"))) return;
  console.error(`gantry: no sandbox is available, so builds will be refused. To allow them, run: ${command}`);
}

function fail(sentence) {
  console.error(`gantry: ${sentence}`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setup();
