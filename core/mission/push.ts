import type { Signal } from "#core/ledger/signal.ts";
import type { Mission } from "#core/mission/mission.ts";
import { speak } from "#core/mission/speech.ts";

/** A hint for an open socket: something happened, up to this sequence. The signals are the truth. */
export interface MissionMessage {
  readonly seq: number;
  readonly type: string;
  readonly status: Mission["phase"];
  readonly message: string;
  readonly url?: string;
}

export function toMessage(
  { sequence, type }: Pick<Signal, "sequence" | "type">,
  mission: Mission,
): MissionMessage {
  const url = mission.url ?? mission.preview_url;
  return { seq: sequence, type, status: mission.phase, message: speak(mission), ...(url ? { url } : {}) };
}
