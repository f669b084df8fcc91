import type { Factory } from "#core/factory.ts";
import { connectionPk } from "#core/keys.ts";
import { aggregateOf, type Signal } from "#core/ledger/signal.ts";
import type { Mission } from "#core/mission/mission.ts";
import { missionRef } from "#core/mission/missions.ts";
import { toMessage } from "#core/mission/push.ts";

/**
 * The outbox's one reader: starts the machine of a new mission, and hints to every socket that watches one. A
 * lost hint is counted, not thrown: the signals are the truth, and no socket may hold up the stream.
 */
export async function relay(
  factory: Pick<Factory, "ledger" | "store" | "workflows" | "push" | "policy">,
  signal: Signal,
): Promise<{ lost_hints: number }> {
  const { tenant, kind, id } = aggregateOf(signal);
  if (kind !== "X") return { lost_hints: 0 };
  if (signal.type === "gantry.mission.created") await start(factory, tenant, id, signal);
  return { lost_hints: await hint(factory, tenant, id, signal) };
}

async function start(
  { workflows, policy }: Pick<Factory, "workflows" | "policy">,
  tenant: string,
  mission_id: string,
  signal: Signal,
): Promise<void> {
  const { plan } = signal.data as { plan: Mission["plan"] };
  await workflows.start({
    execution: { tenant, id: mission_id },
    machine: "mission",
    input: {
      tenant,
      mission_id,
      deploy: plan.deploy,
      publish: plan.publish,
      limits: policy.missions,
    },
  });
}

async function hint(
  { store, push, ledger }: Pick<Factory, "store" | "push" | "ledger">,
  tenant: string,
  id: string,
  signal: Signal,
): Promise<number> {
  const connections = await store.query({ pk: connectionPk(tenant, id), prefix: "CONN#" });
  if (connections.length === 0) return 0;
  const mission = await ledger.load<Mission>(missionRef(tenant, id));
  if (!mission) return 0;
  const message = JSON.stringify(toMessage(signal, mission));
  const sent = await Promise.allSettled(
    connections.map(async ({ pk, sk }) => {
      const open = await push.post(sk.slice("CONN#".length), message);
      if (!open) await store.transact([{ delete: { pk, sk } }]);
    }),
  );
  return sent.filter(({ status }) => status === "rejected").length;
}
