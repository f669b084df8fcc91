import { z } from "zod";
import { MISSION_FACTS, type MissionFact } from "#core/factory/mission/signals.ts";
import { signalSchema } from "#core/kernel/ledger/signal.ts";
import { plan } from "#core/web/replies/consultation.ts";
import { id, phase, sha256, time } from "#core/web/replies/parts.ts";

const attributes = signalSchema.omit({ type: true, data: true }).extend({
  id,
  time,
  tenantid: id,
  correlationid: id,
  causationid: id.optional(),
  authid: id,
  prevhash: sha256,
  hash: sha256,
});

/** `gantry.mission.phase_entered` is `MissionPhaseEntered`. */
const nameOf = (fact: MissionFact) =>
  fact
    .split(/[._]/)
    .slice(1)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");

const facts = {
  ...MISSION_FACTS,
  "gantry.mission.created": MISSION_FACTS["gantry.mission.created"].extend({ plan }),
};

const members = Object.entries(facts).map(([type, data]) =>
  attributes
    .extend({ type: z.literal(type as MissionFact), data })
    .meta({ id: `${nameOf(type as MissionFact)}Signal`, description: `A signal of the type \`${type}\`.` }),
);

type Member = (typeof members)[number];

const signal = z.discriminatedUnion("type", members as [Member, ...Member[]]).meta({
  id: "Signal",
  description:
    "A fact about a mission: a CloudEvent whose `hash` covers it and the hash of the signal before it. `type` determines the schema of `data`.",
});

export const missionEvents = z
  .object({ mission_id: id, status: phase, events: z.array(signal) })
  .meta({ id: "MissionEvents", description: "Signals of a mission, oldest first." });
