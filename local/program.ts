import { existsSync } from "node:fs";
import { join } from "node:path";

/** How a person calls the command of this installation: in a checkout, or of an installed package. */
export const PROGRAM = existsSync(join(import.meta.dirname, "../cli/main.ts")) ? "npx ." : "gantry";
