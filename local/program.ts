import { existsSync } from "node:fs";
import { join } from "node:path";

/** The name by which a person calls the command: in a checkout, or of an installed package. */
export const PROGRAM = existsSync(join(import.meta.dirname, "../cli/main.ts")) ? "npx ." : "gantry";
