import type { Context } from "#cli/context.ts";
import { UsageError } from "#cli/errors.ts";
import { findMissionId } from "#cli/missions/mission-id.ts";
import { minute, statusName } from "#cli/missions/status-name.ts";
import { type MissionReply, missionReply } from "#cli/service/replies.ts";
import { showService } from "#cli/service/service-status.ts";
import { type SafeText, text } from "#cli/terminal/safe-text.ts";
import { type View, watch } from "#cli/terminal/watch.ts";
import { isFinal } from "#core/factory/mission/phase.ts";
import { duration, spanLabel } from "#core/factory/mission/phase-names.ts";

export async function run(
  context: Context,
  options: { readonly json?: boolean; readonly watch?: boolean },
  [word]: readonly string[],
): Promise<number> {
  const { api, out } = context;
  const json = options.json === true;
  if (word === undefined) {
    if (options.watch) throw new UsageError("--watch requires a mission.");
    return showService(context, json);
  }
  const id = await findMissionId(api, word);
  const look = async (): Promise<View> => {
    const mission = await api.call("status", { id }, missionReply);
    return { lines: json ? [] : describe(context, mission), json: mission, final: isFinal(mission.status) };
  };
  if (options.watch) {
    await watch(context, json, look);
    return 0;
  }
  const view = await look();
  if (json) out.json(view.json);
  for (const line of view.lines) out.line(line);
  return 0;
}

function describe({ out }: Context, mission: MissionReply): readonly (string | SafeText)[] {
  const { title, mission_id, speech, phases, url, pr_url, left_out, evidence, error, cancel_requested_at } =
    mission;
  const rows: readonly (readonly [string, SafeText | null])[] = [
    ["App", url === null ? null : out.link(url)],
    ["Pull request", pr_url === null ? null : out.link(pr_url)],
    ["Left out", left_out ? text`${left_out}` : null],
    ["Evidence", evidence && text`${evidence.tree_size} signals, root ${evidence.root.slice(0, 16)}…`],
    ["Stopping", cancel_requested_at ? text`since ${minute(cancel_requested_at)} UTC` : null],
    ["Error", error && text`${error.code}: ${error.message}`],
  ];
  const facts = rows.flatMap(([name, value]) =>
    value ? [text`  ${out.paint("dim", name.padEnd(13))}${value}`] : [],
  );
  return [
    text`${out.paint("bold", title)}  ${mission_id}`,
    text`${statusName(mission)}. ${speech}`,
    "",
    ...phases.flatMap(({ phase, started_at, ended_at }, index) => {
      if (isFinal(phase)) return [];
      const took = ended_at === null ? "now" : duration(Date.parse(ended_at) - Date.parse(started_at));
      return [text`  ${spanLabel(phases, index).padEnd(34)} ${took.padStart(10)}`];
    }),
    ...(facts.length > 0 ? ["", ...facts] : []),
  ];
}
