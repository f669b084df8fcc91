import type { Context } from "#cli/context.ts";
import { CliError } from "#cli/errors.ts";
import { follow } from "#cli/missions/follow.ts";
import { createProgress } from "#cli/missions/progress.ts";
import { type MissionReply, missionReply } from "#cli/service/replies.ts";
import { type SafeText, text } from "#cli/terminal/safe-text.ts";
import { duration } from "#core/factory/mission/phase-names.ts";

/** Follows a mission until it ends, shows how it ended, and returns the exit code: 0 when it is live or built. */
export async function seeThrough(context: Context, id: string, json: boolean): Promise<number> {
  const mission = await followToEnd(context, id).catch((error) => {
    if (error instanceof CliError) error.mission_id = id;
    throw error;
  });
  showOutcome(context, mission);
  if (json) context.out.json(resultOf(mission));
  return hasSucceeded(mission) ? 0 : 1;
}

async function followToEnd(context: Context, id: string): Promise<MissionReply> {
  const progress = createProgress(context.out);
  try {
    await follow(context, id, progress.onSignal);
    const mission = await context.api.call("status", { id }, missionReply);
    progress.onEnd(mission);
    return mission;
  } finally {
    progress.close();
  }
}

function hasSucceeded({ status }: Pick<MissionReply, "status">): boolean {
  return status === "DEPLOYED" || status === "SUCCEEDED";
}

/** The members that `--json` prints of a mission that has ended. */
function resultOf(mission: MissionReply) {
  const {
    mission_id,
    status,
    url,
    pr_url,
    left_out = null,
    attempts,
    tree_sha256,
    evidence,
    error,
  } = mission;
  return { mission_id, status, url, pr_url, left_out, attempts, tree_sha256, evidence, error };
}

/** The same members when there is no mission, or nothing is known of how it ended. */
export function failedResult({
  code,
  message,
  mission_id,
}: Pick<CliError, "code" | "message" | "mission_id">) {
  return {
    mission_id,
    status: null,
    url: null,
    pr_url: null,
    left_out: null,
    attempts: null,
    tree_sha256: null,
    evidence: null,
    error: { code, message },
  };
}

function showOutcome({ out, config: { program } }: Context, mission: MissionReply): void {
  const { mission_id, title, url, pr_url, left_out, evidence, error, attempts } = mission;
  const well = hasSucceeded(mission);
  const ending = well ? (url ? `${title} is live.` : `${title} is built and audited.`) : mission.speech;
  out.line();
  out.line(out.paint(["bold", well ? "green" : "red"], text`${ending}`));
  const took = duration(Date.parse(mission.ended_at ?? mission.created_at) - Date.parse(mission.created_at));
  const rows: readonly (readonly [string, string | SafeText | null])[] = [
    ["App", url && out.link(url)],
    ["Pull request", pr_url && out.link(pr_url)],
    ["Left out", left_out ?? null],
    ["Evidence", evidence && `${evidence.tree_size} signals sealed, root ${evidence.root.slice(0, 16)}…`],
    ["Mission", `${mission_id}, ${took}, ${attempts} ${attempts === 1 ? "attempt" : "attempts"}`],
    [well ? "But" : "Because", error ? `${error.code}: ${error.message}` : null],
  ];
  for (const [name, value] of rows) if (value) out.line(text`  ${out.paint("dim", name.padEnd(13))}${value}`);
  out.line();
  if (!well) out.line(text`Why: ${program} failure ${mission_id}   Again: ${program} retry ${mission_id}`);
  if (evidence) out.line(text`Download the evidence: ${program} evidence ${mission_id} -o ${mission_id}.zip`);
}
