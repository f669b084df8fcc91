import type { Signal } from "#core/ledger/signal.ts";
import type { Mission } from "#core/mission/mission.ts";
import { speak } from "#core/mission/speech.ts";

/** A hint for an open socket: something happened, up to this sequence. The signals are the truth. */
export interface MissionMessage {
  readonly type: "status";
  /** Type of the signal that happened: `gantry.mission.phase_entered`. */
  readonly signal: string;
  readonly seq: number;
  readonly status: Mission["phase"];
  readonly message: string;
  readonly url?: string;
}

export function toMessage(
  { sequence, type }: Pick<Signal, "sequence" | "type">,
  mission: Mission,
): MissionMessage {
  const url = mission.url ?? mission.preview_url;
  return {
    type: "status",
    signal: type,
    seq: sequence,
    status: mission.phase,
    message: speak(mission),
    ...(url ? { url } : {}),
  };
}
