import { SKILLS_FOLDER } from "#deployment/function-row.ts";
import type { Grant } from "#lib/constructs/gantry-function.ts";

/** The skills are a folder beside the handler in the function's bundle. */
export const loadsSkills: Grant = (fn) => fn.env("SKILLS", `/var/task/${SKILLS_FOLDER}`);
