// Prints the checks of this machine as JSON: `gantry doctor` runs this on the project's own Node.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { examineMachine } from "#local/machine.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.stdout.write(`${JSON.stringify(await examineMachine(root))}\n`);
