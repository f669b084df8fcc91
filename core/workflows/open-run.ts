import { hasEnded } from "#core/governance/execution/states.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { Opened } from "#core/kernel/ledger/opened.ts";
import { type Run, runRef, runs } from "#core/workflows/run.ts";

/** The run that a function of the state machine works on. */
export interface RunInput {
  readonly tenant: string;
  readonly execution_id: string;
}

export interface OpenRun extends Pick<Opened<Run>, "append" | "amend"> {
  readonly state: Run;
}

/** Loads a run. Throws NotFound. */
export async function openRun({ ledger }: WithLedger, { tenant, execution_id }: RunInput): Promise<OpenRun> {
  const opened = await ledger.open(runs, runRef(tenant, execution_id));
  if (!opened.state) throw new GantryError("NotFound", `There is no run ${execution_id}.`);
  return {
    get state() {
      return opened.state as Run;
    },
    append: opened.append,
    amend: opened.amend,
  };
}

/** Throws IllegalTransition when the run has ended. */
export function requireRunGoing({ state, outcome }: Run): void {
  if (hasEnded(state))
    throw new GantryError("IllegalTransition", `The run has already ended with the outcome ${outcome}.`);
}
