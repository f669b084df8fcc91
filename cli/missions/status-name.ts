import type { MissionReply } from "#cli/service/replies.ts";
import { isFinal } from "#core/factory/mission/phase.ts";
import { PHASE_NAMES } from "#core/factory/mission/phase-names.ts";

/** What people read for where a mission stands: a phase, or that it is being stopped. */
export function statusName({
  status,
  cancel_requested_at,
}: Pick<MissionReply, "status" | "cancel_requested_at">): string {
  return cancel_requested_at && !isFinal(status) ? "Stopping" : PHASE_NAMES[status];
}

/** `2026-11-22 14:03` of an RFC 3339 time. */
export function minute(time: string): string {
  return time.slice(0, 16).replace("T", " ");
}
