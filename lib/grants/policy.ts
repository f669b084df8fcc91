import { POLICY_FILE } from "#deployment/function-row.ts";
import type { Grant } from "#lib/constructs/gantry-function.ts";

/** The policy is a file beside the handler in the function's bundle. */
export const loadsPolicy: Grant = (fn) => fn.env("POLICY_FILE", `/var/task/${POLICY_FILE}`);
