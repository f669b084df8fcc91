import type { WithClock } from "#core/kernel/clock.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import { overdueRuns } from "#core/workflows/inline/pending.ts";
import type { WithSealer } from "#core/workflows/inline/sealer.ts";

/**
 * The last net under runs of machine `inline`: asks again for the seal of each that should have it by now. One that its
 * request has not ended is ended for it. Returns how many there were.
 */
export async function sweepRuns(services: WithStore & WithClock & WithSealer): Promise<{ overdue: number }> {
  let overdue = 0;
  for await (const { tenant, id } of overdueRuns(services, services.clock.now())) {
    await services.sealer.ask({ tenant, execution_id: id });
    overdue += 1;
  }
  return { overdue };
}
