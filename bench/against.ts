// Compares the speed of this checkout with that of another one, as ratios within one run:
// `node_modules/.bin/node bench/against.ts <folder of the other checkout> [rounds]`. Missions run on both in
// turn, each on its own local cloud; then the API's bundles of both are started in turn.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { importMs } from "./import-ms.ts";
import { median } from "./median.ts";

const WISH = "a notes app with tags";
const COLD_STARTS = 15;
const FIRST_PORT = 5400;

const [other, rounds = "5"] = process.argv.slice(2);
if (!other) throw new Error("Name the folder of the other checkout, with its node_modules.");
const folder = mkdtempSync(join(tmpdir(), "gantry-against-"));
const checkouts = [resolve(other), process.cwd()].map((root, index) => ({
  name: index === 0 ? "other" : "this",
  root,
  env: { ...process.env, GANTRY_HOME: join(folder, `${index}`), PORT: `${FIRST_PORT + index}` },
}));
type Checkout = (typeof checkouts)[number];

try {
  report("mission, seconds", await missions(Number(rounds)));
  report("cold start of the API, milliseconds", coldStarts());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function missions(count: number): Promise<number[][]> {
  const clouds = checkouts.map(({ root, env }) =>
    spawn(process.execPath, ["local/main.ts", "--quiet"], { cwd: root, env, stdio: "ignore" }),
  );
  try {
    for (const { env } of checkouts) await untilReady(env.PORT);
    return await inTurn(count, async (checkout) => (await mission(checkout)) / 1000);
  } finally {
    for (const cloud of clouds) {
      cloud.kill("SIGTERM");
      if (cloud.exitCode === null) await once(cloud, "exit");
    }
  }
}

async function untilReady(port: string): Promise<void> {
  while (!(await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined))?.ok) await setTimeout(100);
}

/** Runs a mission. Returns the milliseconds from the request to the live app. */
async function mission({ root, env }: Checkout): Promise<number> {
  const started = performance.now();
  const build = spawn(process.execPath, ["cli/main.ts", "build", WISH, "--yes"], {
    cwd: root,
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = await once(build, "exit");
  if (code !== 0) throw new Error(`A mission of ${root} ended with ${code}.`);
  return performance.now() - started;
}

function coldStarts(): number[][] {
  const files = checkouts.map(({ name, root }) => {
    const module = ["lib/bundling/bundles.ts", "lib/bundles.ts"].find((path) => existsSync(join(root, path)));
    const file = join(folder, `${name}.mjs`);
    const code = `const { buildFunctions } = await import(${JSON.stringify(join(root, module ?? ""))});
process.stdout.write((await buildFunctions(${JSON.stringify(root)})).api.code);`;
    const bundle = execFileSync(process.execPath, ["--input-type=module", "--eval", code], {
      cwd: root,
      maxBuffer: 64 * 2 ** 20,
    });
    writeFileSync(file, bundle);
    return file;
  });
  const times: number[][] = checkouts.map(() => []);
  for (let round = 0; round <= COLD_STARTS; round++)
    for (const [index, file] of files.entries()) {
      const ms = importMs(file);
      if (round > 0) times[index]?.push(ms); // The first round only fills the file cache.
    }
  return times;
}

/** Measures both checkouts in turn; the first round is not counted. */
async function inTurn(count: number, measure: (checkout: Checkout) => Promise<number>): Promise<number[][]> {
  const times: number[][] = checkouts.map(() => []);
  for (let round = 0; round <= count; round++)
    for (const [index, checkout] of checkouts.entries()) {
      const value = await measure(checkout);
      if (round > 0) times[index]?.push(value);
    }
  return times;
}

function report(what: string, times: readonly number[][]): void {
  const [before = Number.NaN, now = Number.NaN] = times.map(median);
  console.log(
    `${what}: other ${before.toFixed(1)}, this ${now.toFixed(1)}, ratio ${(now / before).toFixed(2)}`,
  );
}
