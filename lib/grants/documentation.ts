import type { Grant } from "#lib/constructs/gantry-function.ts";

/** The pages of the documentation are beside the handler in the function's bundle, as in the repository. */
export const loadsDocumentation: Grant = (fn) => fn.env("DOCUMENTATION", "/var/task");
