import type { WithClock } from "#core/kernel/clock.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { overdueRuns } from "#core/workflows/inline/pending.ts";
import type { WithSealer } from "#core/workflows/inline/sealer.ts";

/**
 * Requests the seal of every overdue run on the machine `inline` again, as a last resort. Sealing also ends a run that
 * its request has not ended. Returns the number of overdue runs.
 */
export async function sweepRuns(services: WithStore & WithClock & WithSealer): Promise<{ overdue: number }> {
  let overdue = 0;
  for await (const { tenant, id } of overdueRuns(services, services.clock.now())) {
    await services.sealer.ask({ tenant, execution_id: id });
    overdue += 1;
  }
  return { overdue };
}
