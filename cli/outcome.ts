import type { Context } from "#cli/command.ts";
import { follow } from "#cli/follow.ts";
import { duration } from "#cli/phase-names.ts";
import { createProgress } from "#cli/progress.ts";
import { type MissionReply, missionReply } from "#cli/replies.ts";

/** Follows a mission to its end, shows how it ended, and answers the exit code: 0 when it is live or built. */
export async function seeThrough(context: Context, id: string, json: boolean): Promise<number> {
  const progress = createProgress(context.out);
  try {
    await follow(context, id, progress.onSignal);
  } finally {
    progress.close();
  }
  const mission = await context.api.get(`/gantry/status/${id}`, missionReply);
  showOutcome(context, mission);
  if (json) context.out.json(resultOf(mission));
  return hasSucceeded(mission) ? 0 : 1;
}

function hasSucceeded({ status }: Pick<MissionReply, "status">): boolean {
  return status === "DEPLOYED" || status === "SUCCEEDED";
}

/** What programs get of a mission that has ended. */
function resultOf({ mission_id, status, url, pr_url, attempts, tree_sha256, evidence }: MissionReply) {
  return { mission_id, status, url, pr_url, attempts, tree_sha256, evidence };
}

function showOutcome({ out, config: { program } }: Context, mission: MissionReply): void {
  const { mission_id, title, url, pr_url, evidence, error, attempts } = mission;
  const well = hasSucceeded(mission);
  const ending = well ? (url ? `${title} is live.` : `${title} is built and audited.`) : mission.speech;
  out.line();
  out.line(out.paint(["bold", well ? "green" : "red"], ending));
  const took = duration(Date.parse(mission.ended_at ?? mission.created_at) - Date.parse(mission.created_at));
  const rows: readonly (readonly [string, string | null])[] = [
    ["App", url],
    ["Pull request", pr_url],
    ["Evidence", evidence && `${evidence.tree_size} signals sealed, root ${evidence.root.slice(0, 16)}…`],
    ["Mission", `${mission_id}, ${took}, ${attempts} ${attempts === 1 ? "attempt" : "attempts"}`],
    ["But", well && error ? `${error.code}: ${error.message}` : null],
  ];
  for (const [name, value] of rows) if (value) out.line(`  ${out.paint("dim", name.padEnd(13))}${value}`);
  out.line();
  if (!well) out.line(`Why: ${program} failure ${mission_id}   Again: ${program} retry ${mission_id}`);
  if (evidence) out.line(`Keep the evidence: ${program} evidence ${mission_id} -o ${mission_id}.zip`);
}
