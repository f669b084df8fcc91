import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { estimate } from "#lib/cost/estimate.ts";
import type { Machine } from "#lib/cost/machine-path.ts";
import { report } from "#lib/cost/report.ts";
import { readTemplates } from "#lib/cost/template.ts";

// `npm run cost -- [--templates <folder>] [--json]`: what a synthesised deployment will cost.
const ROOT = join(import.meta.dirname, "..");

try {
  const { templates, json } = parseArgs({
    options: { templates: { type: "string", default: "cdk.out" }, json: { type: "boolean", default: false } },
  }).values;
  const machine = JSON.parse(readFileSync(join(ROOT, "statemachines/mission.asl.json"), "utf8")) as Machine;
  const found = estimate(readTemplates(templates), machine);
  process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : report(found));
} catch (error) {
  console.error(`cost: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
