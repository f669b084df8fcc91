import { command } from "#cli/command.ts";
import { ensureRunning } from "#cli/local-cloud.ts";
import { failedResult, seeThrough } from "#cli/outcome.ts";
import { missionReply } from "#cli/replies.ts";

export const retry = command({
  name: "retry",
  summary: "Builds the plan of a mission that has ended once more, as a new mission.",
  synopsis: "<mission> [options]",
  help: `
Options:
      --no-follow  do not wait for its end
      --json       one JSON object as the last line of stdout; all else goes to stderr

Exit codes: 0 live or built, 1 failed, 2 wrong usage.`,
  options: { "no-follow": { type: "boolean" }, json: { type: "boolean" } },
  takes: ["mission"],
  failed: failedResult,
  async run(context, values, [id = ""]) {
    const { json = false } = values;
    await ensureRunning(context);
    const path = `/gantry/missions/${encodeURIComponent(id)}/retry`;
    const mission = await context.api.post(path, {}, missionReply);
    context.out.line(`${mission.title} starts again as ${mission.mission_id}.\n`);
    if (!values["no-follow"]) return seeThrough(context, mission.mission_id, json);
    if (json) context.out.json(mission);
    return 0;
  },
});
