// Prepares this checkout, once: installs npm packages, and a sandbox for builds if the system's package
// manager can be used. Plain JavaScript, because it runs on the system's Node (20 or later) before anything
// is installed. `node scripts/setup.mjs` also installs development packages, `--omit=dev` omits them.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const node = join(root, "node_modules/.bin/node");
const stamp = join(root, "node_modules/.gantry-setup");
/**
 * Written before each attempt to install a sandbox, so that a failed or hanging one is repeated only after a
 * day.
 */
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

/**
 * Installs what is missing, which may take a minute the first time and no time afterwards.
 * @param {{ dev?: boolean }} options `dev`: also the packages for checks, tests and synthesis
 */
export function setup({ dev = true } = {}) {
  installPackages(dev);
  installSandbox();
}

/** The stamp contains the lock's digest and the set of packages: `<sha256> runtime` or `<sha256> all`. */
function installPackages(dev) {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const stamped = existsSync(node) && existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
  if (stamped === `${lock} all` || (!dev && stamped === `${lock} runtime`)) return;
  if (stamped === "" && hasAll()) return writeFileSync(stamp, `${lock} all`);
  console.error(`gantry: installing npm packages${dev ? "" : " to run"} (once) ...`);
  // Not `npm ci`, which would delete the packages of a running Gantry.
  const command = stamped === `${lock} runtime` ? ["install", "--no-save"] : ["ci"];
  const args = [...command, ...(dev ? [] : ["--omit=dev"]), "--no-audit", "--no-fund", "--loglevel=error"];
  if (npm(args).status !== 0)
    fail(`\`npm ${command[0]}\` failed; its output is above. Check the network and run the command again.`);
  writeFileSync(stamp, `${lock} ${dev ? "all" : "runtime"}`);
}

/**
 * Whether everything is installed, as after `npm ci`: npm records the installed packages in node_modules.
 * Packages of other platforms may be missing.
 */
function hasAll() {
  const record = join(root, "node_modules/.package-lock.json");
  if (!existsSync(node) || !existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, "utf8")).packages ?? {};
  const { packages = {} } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  return Object.entries(packages).every(
    ([path, { version, optional }]) => path === "" || optional || installed[path]?.version === version,
  );
}

function npm(args) {
  const script = process.env.npm_execpath;
  return script ? run(process.execPath, [script, ...args]) : run("npm", args);
}

function installSandbox() {
  if (process.platform !== "linux" || has("bwrap")) return;
  const found = INSTALLERS.find(({ manager }) => has(manager));
  if (!found) return warn("install bubblewrap with your system's package manager");
  const command = found.steps.map((step) => `sudo ${step.join(" ")}`).join(" && ");
  const asRoot = triedToday() ? undefined : elevation();
  if (!asRoot) return warn(command);
  // Only root can end a process that sudo has started, so the timeout is applied inside sudo.
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

/** Returns the prefix that runs a command as root without a prompt, or undefined if there is none. */
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

/** Root needs no bubblewrap, because it can run each build as a separate user. */
function warn(command) {
  if (process.getuid?.() === 0 && (has("setpriv") || has("perl"))) return;
  console.error(`gantry: no sandbox is available, so builds will be refused. To allow them, run: ${command}`);
}

function fail(sentence) {
  console.error(`gantry: ${sentence}`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setup({ dev: !process.argv.includes("--omit=dev") });
