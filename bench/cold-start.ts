// Measures how much the bundling plugins reduce the cold start, as a ratio within one run: `node_modules/.bin/node bench/cold-start.ts`.
// The bundles of a function with and without plugins are loaded in turn, each in a new process; the start of Node is not counted.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { FUNCTIONS, type FunctionName } from "#deployment/functions.ts";
import { buildFunctions } from "#lib/bundling/bundles.ts";
import { programOptions } from "#lib/bundling/options.ts";
import { importMs } from "./import-ms.ts";
import { median } from "./median.ts";

const NAMES: readonly FunctionName[] = ["authorizer", "ws-connect", "api", "heal", "seal"];
const ROUNDS = 15;
const MAX_MS = 90_000;

const folder = mkdtempSync(join(tmpdir(), "gantry-cold-start-"));
const started = performance.now();
try {
  const ours = await buildFunctions(process.cwd());
  const plain = await plainBundles();
  for (const name of NAMES) {
    writeFileSync(join(folder, `${name}.ours.mjs`), ours[name].code);
    writeFileSync(join(folder, `${name}.plain.mjs`), plain.get(name) ?? "");
  }
  console.table(Object.fromEntries(measure(NAMES)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Bundles the same entries with the same options, without the plugins. */
async function plainBundles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const entryPoints = Object.fromEntries(NAMES.map((name) => [name, FUNCTIONS[name].entry]));
  const { outputFiles } = await build({
    ...programOptions(process.cwd()),
    entryPoints,
    sourcemap: false,
    plugins: [],
  });
  return new Map(
    outputFiles.map(({ path, contents }) => [path.split("/").at(-1)?.slice(0, -4) ?? "", contents]),
  );
}

/** Returns rows with the medians in milliseconds, their ratio, and the number of completed rounds. */
function measure(names: readonly FunctionName[]) {
  const times = new Map(names.map((name) => [name, { plain: [] as number[], ours: [] as number[] }]));
  for (let round = 0; round <= ROUNDS && performance.now() - started < MAX_MS; round++) {
    for (const [name, { plain, ours }] of times) {
      const [before, after] = [
        importMs(join(folder, `${name}.plain.mjs`)),
        importMs(join(folder, `${name}.ours.mjs`)),
      ];
      if (round === 0) continue; // The first round only fills the file cache.
      plain.push(before);
      ours.push(after);
    }
  }
  return [...times].map(([name, { plain, ours }]) => {
    const [before, after] = [median(plain), median(ours)];
    const row = { plain: before.toFixed(1), ours: after.toFixed(1), ratio: (before / after).toFixed(2) };
    return [name, { ...row, rounds: ours.length }] as const;
  });
}
