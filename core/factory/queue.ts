import type { Admission } from "#core/factory/admission.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { missionRef } from "#core/factory/mission/missions.ts";
import type { Phase } from "#core/factory/mission/phase.ts";
import type { WithPolicy } from "#core/factory/policy/policy.ts";
import { readSlots } from "#core/factory/steps/slots.ts";
import type { Caller } from "#core/identity/caller.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

/** Waiting missions of which more than the id is read. */
const MOST_NAMED = 20;

/** A mission that holds a slot, or one that waits for it. */
interface Queued {
  readonly mission_id: string;
  /** Null beyond the first {@link MOST_NAMED}. */
  readonly title: string | null;
  readonly status: Phase | null;
  readonly created_at: string | null;
}

/** The tenant's builder slots: who holds them, and who waits, first come first served. */
export interface Queue {
  /** Slots of the policy that is active now; a running mission keeps that of its own policy. */
  readonly slots: number;
  readonly running: readonly Queued[];
  readonly waiting: readonly Queued[];
}

/** The queue of the caller's tenant. */
export async function readQueue(
  services: WithStore & WithLedger & WithPolicy,
  { tenant }: Pick<Caller, "tenant">,
): Promise<Queue> {
  const { running, waiting }: Admission = await readSlots(services, tenant);
  const named = (entries: readonly { readonly mission: string }[]) =>
    Promise.all(entries.map(({ mission }, place) => queuedOf(services, tenant, mission, place < MOST_NAMED)));
  return {
    slots: services.policy.missions.concurrent_missions,
    running: await named(running),
    waiting: await named(waiting),
  };
}

async function queuedOf(
  { ledger }: WithLedger,
  tenant: string,
  mission_id: string,
  isNamed: boolean,
): Promise<Queued> {
  const mission = isNamed ? await ledger.load<Mission>(missionRef(tenant, mission_id)) : null;
  return {
    mission_id,
    title: mission?.plan.title ?? null,
    status: mission?.phase ?? null,
    created_at: mission?.created_at ?? null,
  };
}
