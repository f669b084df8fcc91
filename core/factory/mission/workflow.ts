import { directiveGate, settleDirective } from "#core/directives/gate.ts";
import type { MissionFacts } from "#core/factory/mission/signals.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import { openMissionAtGate } from "#core/factory/steps/context.ts";
import { missionSubject } from "#core/factory/steps/effect.ts";
import type { DefinitionRef } from "#core/kernel/definition-ref.ts";
import type { Awaits, Workflow } from "#core/workflows/registry.ts";

/** The workflow of missions: how one starts, and the gates of its effects. */
export const missionWorkflow: Workflow<WithPolicies> = {
  async start({ policies }, { tenant, id }, begun) {
    const { plan, policy } = begun.data as MissionFacts["gantry.mission.created"];
    const { missions: limits } = await policies.load(tenant, policy);
    const { deploy, publish } = plan;
    return { machine: "mission", input: { tenant, mission_id: id, deploy, publish, limits } };
  },
  async request(services, { tenant, id }, awaits) {
    const { state } = await openMissionAtGate(services, { tenant, mission_id: id });
    const { plan, project, preview_url, pins } = state;
    return directiveGate(
      services,
      { tenant, execution: id },
      {
        id: (awaits as Extract<Awaits, { directive: string }>).directive,
        policy: pins.policy as DefinitionRef,
        title: plan.title,
        about: { app: plan.title, summary: plan.summary, project, preview: preview_url },
      },
    );
  },
  async settle(services, { tenant, id }, gate) {
    const mission = await openMissionAtGate(services, { tenant, mission_id: id });
    await settleDirective(services, missionSubject(mission), gate);
  },
};
