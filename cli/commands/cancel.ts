import { command } from "#cli/command.ts";
import { missionReply } from "#cli/replies.ts";

export const cancel = command({
  name: "cancel",
  summary: "Asks a mission to stop. It ends as CANCELLED, with its evidence sealed.",
  synopsis: "<mission> [--json]",
  help: "Options:\n      --json       the API's reply as one JSON object",
  options: { json: { type: "boolean" } },
  takes: ["mission"],
  async run({ api, out, config }, { json }, [id = ""]) {
    const mission = await api.post(`/gantry/missions/${encodeURIComponent(id)}/cancel`, {}, missionReply);
    if (json) out.json(mission);
    else
      out.line(
        `${mission.title} was asked to stop. See how it ends: ${config.program} logs ${mission.mission_id} --follow`,
      );
    return 0;
  },
});
