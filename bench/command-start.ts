// Compares the CPU time of `gantry --help` with that of an empty program on the same Node:
// `node_modules/.bin/node bench/command-start.ts <an installed package>/scripts/gantry.cjs [node]`. Prints
// CPU times in ms and their ratio.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROUNDS = 25;
/**
 * Writes the CPU time of the process at its exit. Unlike wall time, CPU time hardly depends on the load of
 * the machine; taking the minimum of many rounds removes the remaining influence, through shared caches.
 */
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
    nothing_ms: Math.min(...nothing),
    help_ms: Math.min(...help),
    ratio: Math.min(...help) / Math.min(...nothing),
  }),
);

function cpu(...args: string[]): number {
  const stdio = ["ignore", "ignore", "inherit", "pipe"] as const;
  const { output, status } = spawnSync(node, ["--require", report, ...args], { stdio: [...stdio] });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}`);
  return Number(String(output[3]));
}
