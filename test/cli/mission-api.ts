import type { Signal } from "#core/kernel/ledger/signal.ts";
import { log, proposal, shown } from "#test/cli/missions.ts";
import { problem, type Script } from "#test/cli/scripted-api.ts";
import { MISSION } from "#test/support/evidence.ts";

/** An API on which one mission runs as this log says; each request for events gives at most `step` more of them. */
export function missionApi(signals: readonly Signal[] = log(), step = 200): Script {
  return {
    "POST /gantry/consult": ({ body }) => ({
      body: body.confirm ? { ...proposal(), state: "confirmed", mission_id: MISSION } : proposal(),
    }),
    "POST /gantry/ws-ticket": problem(503, "EnvironmentFailure", "No sockets here."),
    [`GET /gantry/missions/${MISSION}/events`]: ({ path }) => {
      const after = Number(new URL(path, "http://x").searchParams.get("after"));
      return {
        body: {
          mission_id: MISSION,
          // The last of them come before their seal.
          status: after < signals.length ? "SEALING" : shown(signals).status,
          events: signals.slice(after, after + step),
        },
      };
    },
    [`GET /gantry/status/${MISSION}`]: { body: shown(signals) },
  };
}
