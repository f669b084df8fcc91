import type { Handler } from "#core/delivery/handler.ts";
import type { MissionFacts } from "#core/factory/mission/signals.ts";

/** Starts the machine of a new mission. Idempotent by nature: an execution's id starts one machine once. */
export const startMission: Handler = {
  name: "start-mission",
  async handle({ workflows, policies }, { ref: { tenant, kind, id }, entries: [{ signal }] }) {
    if (kind !== "execution") return; // The type alone, on another chain, makes no mission.
    const { plan, policy } = signal.data as MissionFacts["gantry.mission.created"];
    const { missions: limits } = await policies.load(tenant, policy);
    await workflows.start({
      execution: { tenant, id },
      machine: "mission",
      input: {
        tenant,
        mission_id: id,
        deploy: plan.deploy,
        publish: plan.publish,
        limits,
      },
    });
  },
};
