import type { Context } from "#cli/context.ts";
import { UsageError } from "#cli/errors.ts";
import { minute, statusName } from "#cli/missions/status-name.ts";
import { type MissionReply, missionsReply } from "#cli/service/replies.ts";
import type { SafeText } from "#cli/terminal/safe-text.ts";
import { table } from "#cli/terminal/table.ts";
import type { View } from "#cli/terminal/watch.ts";

const MAX = 200;

/** Reads a list of missions: the newest ones, or those that hold every word. Throws UsageError for a bad limit. */
export async function listMissions(
  { api, config, out }: Context,
  { limit, search }: { readonly limit: string; readonly search?: string | undefined },
): Promise<View> {
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > MAX)
    throw new UsageError(`--limit must be a number from 1 to ${MAX}, not ${limit}.`);
  const page = { limit: Number(limit) };
  const reply =
    search === undefined
      ? await api.call("missions", page, missionsReply)
      : await api.call("search", { ...page, q: search }, missionsReply);
  const none =
    search === undefined
      ? `There are no missions yet. Start one with: ${config.program} build "a notes app"`
      : "No missions match.";
  return {
    lines: reply.missions.length === 0 ? [none] : rowsOf(out, reply.missions),
    json: reply,
    final: false,
  };
}

function rowsOf(out: Context["out"], missions: readonly MissionReply[]): readonly SafeText[] {
  const rows = missions.map(({ mission_id, created_at, status, cancel_requested_at, title, url }) => [
    mission_id,
    minute(created_at),
    statusName({ status, cancel_requested_at }),
    title,
    url === null ? "" : out.link(url),
  ]);
  const [headers, ...lines] = table(["MISSION", "CREATED (UTC)", "STATUS", "TITLE", "APP"], rows);
  return [...(headers ? [out.paint("dim", headers)] : []), ...lines];
}
