// Prints the size and the limit of each function's bundle: `node_modules/.bin/node bench/bundle-sizes.ts`.
// With names of functions as arguments, prints the contents of their bundles.
import { gzipSync } from "node:zlib";
import { BUNDLED } from "#deployment/programs.ts";
import type { Program } from "#lib/bundling/build.ts";
import { buildFunctions, type Programs } from "#lib/bundling/bundles.ts";

const programs = Object.entries(await buildFunctions(process.cwd())) as [keyof Programs, Program][];
const asked = process.argv.slice(2);

if (asked.length === 0)
  console.table(
    Object.fromEntries(
      programs.map(([name, { code }]) => [
        name,
        { KB: kilobytes(code.length), gzip: kilobytes(gzipSync(code).length), limit: BUNDLED[name].maxKb },
      ]),
    ),
  );

for (const [name, { inputs }] of programs) {
  if (!asked.includes(name)) continue;
  const sums = new Map<string, number>();
  for (const [path, bytes] of Object.entries(inputs)) {
    const part =
      /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path.split("/").slice(0, 2).join("/");
    sums.set(part, (sums.get(part) ?? 0) + bytes);
  }
  const rows = [...sums].sort(([, a], [, b]) => b - a).slice(0, 25);
  console.log(name);
  console.table(Object.fromEntries(rows.map(([part, bytes]) => [part, { KB: kilobytes(bytes) }])));
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 1024);
}
