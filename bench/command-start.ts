// What `gantry --help` costs beside a Node that does nothing, both of the same Node:
// `node_modules/.bin/node bench/command-start.ts <an installed package>/scripts/gantry.cjs [node]`. Prints CPU times in ms and their ratio.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROUNDS = 15;
/** Writes what the process has used when it ends: unlike wall time, CPU time does not depend on the load of the machine. */
const REPORT = `process.on("exit", () => { const { user, system } = process.cpuUsage(); require("node:fs").writeSync(3, String((user + system) / 1000)); });`;

const [, , file = "scripts/gantry.cjs", node = process.execPath] = process.argv;
const folder = mkdtempSync(join(tmpdir(), "gantry-start-"));
const report = join(folder, "report.cjs");
writeFileSync(report, REPORT);

const nothing: number[] = [];
const help: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  nothing.push(cpu("-e", "0"));
  help.push(cpu(resolve(file), "--help"));
}
rmSync(folder, { recursive: true });
console.log(
  JSON.stringify({
    nothing_ms: median(nothing),
    help_ms: median(help),
    ratio: median(help) / median(nothing),
  }),
);

function cpu(...args: string[]): number {
  const stdio = ["ignore", "ignore", "inherit", "pipe"] as const;
  const { output, status } = spawnSync(node, ["--require", report, ...args], { stdio: [...stdio] });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}`);
  return Number(String(output[3]));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}
