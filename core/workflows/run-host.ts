import type { GateHost } from "#core/governance/gate/hosts.ts";
import { requireRunGoing } from "#core/workflows/open-run.ts";
import { type Run, runs } from "#core/workflows/run.ts";

/** The host of gates on runs of workflows with steps. */
export const runHost: GateHost<Run> = { projection: runs, requireGoing: requireRunGoing };
