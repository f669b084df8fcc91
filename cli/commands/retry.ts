import type { Context } from "#cli/context.ts";
import { findMissionId } from "#cli/missions/mission-id.ts";
import { failedResult, seeThrough } from "#cli/missions/outcome.ts";
import { ensureRunning } from "#cli/service/local-cloud.ts";
import { missionReply } from "#cli/service/replies.ts";
import { text } from "#cli/terminal/safe-text.ts";

export const failed = failedResult;

export async function run(
  context: Context,
  { json = false, follow }: { readonly json?: boolean; readonly follow: boolean },
  [word = ""]: readonly string[],
): Promise<number> {
  await ensureRunning(context);
  const id = await findMissionId(context.api, word);
  const mission = await context.api.call("retry", { id }, missionReply);
  context.out.line(text`Retrying ${mission.title} as ${mission.mission_id}.`);
  if (follow) {
    context.out.line();
    return seeThrough(context, mission.mission_id, json);
  }
  if (json) context.out.json(mission);
  return 0;
}
