import { command } from "#cli/command.ts";
import { duration, PHASE_NAMES, spanLabel } from "#cli/phase-names.ts";
import { missionReply } from "#cli/replies.ts";
import { isFinal } from "#core/mission/phase.ts";

export const status = command({
  name: "status",
  summary: "Shows where a mission stands.",
  synopsis: "<mission> [--json]",
  help: "Options:\n      --json       the API's reply as one JSON object",
  options: { json: { type: "boolean" } },
  takes: ["mission"],
  async run({ api, out }, { json }, [id = ""]) {
    const mission = await api.get(`/gantry/status/${encodeURIComponent(id)}`, missionReply);
    if (json) {
      out.json(mission);
      return 0;
    }
    out.line(`${out.paint("bold", mission.title)}  ${mission.mission_id}`);
    out.line(`${PHASE_NAMES[mission.status]}. ${mission.speech}`);
    out.line();
    for (const [index, { phase, started_at, ended_at }] of mission.phases.entries()) {
      if (isFinal(phase)) continue;
      const took = ended_at === null ? "now" : duration(Date.parse(ended_at) - Date.parse(started_at));
      out.line(`  ${spanLabel(mission.phases, index).padEnd(34)} ${took.padStart(10)}`);
    }
    const rows: readonly (readonly [string, string | null])[] = [
      ["App", mission.url],
      ["Pull request", mission.pr_url],
      [
        "Evidence",
        mission.evidence &&
          `${mission.evidence.tree_size} signals, root ${mission.evidence.root.slice(0, 16)}…`,
      ],
      ["Error", mission.error && `${mission.error.code}: ${mission.error.message}`],
    ];
    const shown = rows.filter(([, value]) => value);
    if (shown.length > 0) out.line();
    for (const [name, value] of shown) out.line(`  ${out.paint("dim", name.padEnd(13))}${value}`);
    return 0;
  },
});
