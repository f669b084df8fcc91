import { LIBRARY_FOLDER } from "#deployment/function-row.ts";
import type { Grant } from "#lib/constructs/gantry-function.ts";

/** The library of generated apps is a folder beside the handler in the function's bundle. */
export const loadsLibrary: Grant = (fn) => fn.env("APP_LIBRARY", `/var/task/${LIBRARY_FOLDER}`);
