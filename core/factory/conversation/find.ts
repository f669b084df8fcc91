import type { Conversation } from "#core/factory/conversation/conversation.ts";
import { openConversation } from "#core/factory/conversation/open.ts";
import { findMission } from "#core/factory/mission/find.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { authorise } from "#core/identity/authorise.ts";
import type { Caller } from "#core/identity/caller.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";

/**
 * The consultation with this id, or that of the mission with this id, which the caller may then read as well. Throws
 * NotFound, and Forbidden for a machine that may not read missions.
 */
export async function findConsultation(
  services: WithLedger,
  caller: Caller,
  id: string,
): Promise<Conversation> {
  if (!id.startsWith("m_")) return (await openConversation(services, caller, id, "id")).state;
  authorise(caller, { right: "read", scope: "missions:read" });
  const { conversation_id } = await findMission(services, caller, id);
  return (await openConversation(services, caller, conversation_id)).state;
}

/**
 * The mission with this id, or that of the consultation with this id; the consultation itself while it has none.
 * Throws NotFound, and Forbidden for a machine that may not read consultations.
 */
export async function findMissionOrConsultation(
  services: WithLedger,
  caller: Caller,
  id: string,
): Promise<{ readonly mission: Mission } | { readonly conversation: Conversation }> {
  if (!id.startsWith("c_")) return { mission: await findMission(services, caller, id) };
  authorise(caller, { right: "read", scope: "consultations:read" });
  const { state } = await openConversation(services, caller, id, "id");
  if (state.mission_id === null) return { conversation: state };
  return { mission: await findMission(services, caller, state.mission_id) };
}
