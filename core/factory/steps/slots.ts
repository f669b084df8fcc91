import { type Admission, markNotified, NO_ADMISSION, unnotified } from "#core/factory/admission.ts";
import { missionRef } from "#core/factory/mission/missions.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { type Key, quotaKey, stepKey } from "#core/kernel/keys.ts";
import { openItem } from "#core/kernel/ledger/change-item.ts";
import { conflict } from "#core/kernel/ledger/retry-on-conflict.ts";
import type { Item, WithStore } from "#core/kernel/ledger/store.ts";
import { completeTask } from "#core/kernel/task-token.ts";
import type { WithWorkflows } from "#core/workflows/workflows.ts";

type Services = WithStore & WithClock & WithWorkflows;

const lost = () => conflict("The mission queue was modified concurrently; try again.");

/**
 * Applies a change to the tenant's slots, then notifies every mission that has a slot and was not notified. Returns the
 * slots after the change.
 */
export async function changeSlots(
  services: Services,
  tenant: string,
  change: (state: Admission) => Admission,
): Promise<Admission> {
  const slots = await openSlots(services, tenant);
  const state = await slots.change(change);
  const notified: string[] = [];
  for (const mission of unnotified(state))
    if (await completeTask(services, slotTokenKey(tenant, mission), { admitted: true }))
      notified.push(mission);
  if (notified.length > 0) await slots.change((current) => markNotified(current, notified));
  return state;
}

/** The tenant's slots as they are now. */
export async function readSlots({ store }: WithStore, tenant: string): Promise<Admission> {
  return admissionOf(await store.get(quotaKey(tenant, "missions")));
}

/** The item with the task token of a mission that waits for a slot. */
export const slotTokenKey = (tenant: string, mission: string): Key =>
  stepKey(missionRef(tenant, mission), "admit", 1);

async function openSlots({ store, clock }: Pick<Services, "store" | "clock">, tenant: string) {
  const opened = await openItem({ store, clock }, quotaKey(tenant, "missions"), lost);
  return {
    async change(alter: (state: Admission) => Admission): Promise<Admission> {
      const item = await opened.change((found) => {
        const before = admissionOf(found);
        const after = alter(before);
        return after === before ? undefined : { admission: after };
      });
      return admissionOf(item);
    },
  };
}

function admissionOf(item: Item | undefined): Admission {
  return (item?.admission as Admission | undefined) ?? NO_ADMISSION;
}
