import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { estimate } from "#lib/cost/estimate.ts";
import type { Machine } from "#lib/cost/machine-path.ts";
import { report } from "#lib/cost/report.ts";
import { readTemplates } from "#lib/cost/template.ts";

// `npm run cost -- [--templates <folder>] [--json]` estimates the cost of a synthesised deployment.
const ROOT = join(import.meta.dirname, "..");
const USAGE = `Usage: npm run cost -- [--templates <folder>] [--json]

Prints the estimated monthly cost of a synthesised deployment. The folder is the output of cdk synth; default: cdk.out.`;

try {
  const { templates, json, help } = parseArgs({
    options: {
      templates: { type: "string", default: "cdk.out" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  }).values;
  if (help) {
    console.log(USAGE);
    process.exit(0);
  }
  const machine = JSON.parse(readFileSync(join(ROOT, "statemachines/mission.asl.json"), "utf8")) as Machine;
  const found = estimate(readTemplates(templates), machine);
  process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : report(found));
} catch (error) {
  console.error(`cost: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
