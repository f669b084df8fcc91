import type { Context } from "#cli/context.ts";
import { findMissionId } from "#cli/missions/mission-id.ts";
import { missionReply } from "#cli/service/replies.ts";
import { text } from "#cli/terminal/safe-text.ts";

export async function run(
  { api, out, config }: Context,
  { json }: { readonly json?: boolean },
  [word = ""]: readonly string[],
): Promise<number> {
  const id = await findMissionId(api, word);
  const mission = await api.call("cancel", { id }, missionReply);
  const { title, mission_id } = mission;
  if (json) out.json(mission);
  else
    out.line(
      text`Requested cancellation of ${title}. Follow it with: ${config.program} logs ${mission_id} --follow`,
    );
  return 0;
}
