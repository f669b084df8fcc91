import { z } from "zod";
import { waitingConsultation } from "#core/web/replies/consultation.ts";
import { mission } from "#core/web/replies/mission.ts";

export const missionOrConsultation = z
  .union([mission, waitingConsultation])
  .meta({ id: "MissionOrConsultation", description: "A mission, or a consultation that has none yet." });
