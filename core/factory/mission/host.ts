import type { Mission } from "#core/factory/mission/mission.ts";
import { missions } from "#core/factory/mission/missions.ts";
import { requireGoing } from "#core/factory/steps/context.ts";
import type { GateHost } from "#core/governance/gate/hosts.ts";

/** The host of gates on missions. */
export const missionHost: GateHost<Mission> = { projection: missions, requireGoing };
