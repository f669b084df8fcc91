import type { Context } from "#cli/context.ts";
import { minute } from "#cli/missions/status-name.ts";
import { type ProjectReply, projectReply, type ReleaseReply, releasesReply } from "#cli/service/replies.ts";
import { text } from "#cli/terminal/safe-text.ts";
import { table } from "#cli/terminal/table.ts";

export async function run(
  { api, out, config }: Context,
  { json }: { readonly json?: boolean },
  [id = ""]: readonly string[],
): Promise<number> {
  const project = await api.call("project", { id }, projectReply);
  const { releases } = await api.call("releases", { id }, releasesReply);
  if (json) {
    out.json({ ...project, releases });
    return 0;
  }
  out.line(text`${out.paint("bold", project.title)}  ${project.project_id}`);
  if (project.url) out.line(text`  App    ${out.link(project.url)}`);
  out.line(text`  State  ${stateOf(project)}`);
  out.line();
  const rows = releases.map((release) => rowOf(project, release));
  const [headers, ...lines] = table(["RELEASE", "LIVE SINCE (UTC)", "STATE", "TREE", "MISSION"], rows);
  if (headers) out.line(out.paint("dim", headers));
  for (const line of lines) out.line(line);
  if (releases.length > 1) {
    out.line();
    out.line(text`Back to an earlier release: ${config.program} rollback ${project.project_id} <release>`);
  }
  return 0;
}

function rowOf({ current }: ProjectReply, release: ReleaseReply): string[] {
  const { release: number, promoted_at, restores, status, tree, mission_id } = release;
  const state = number === current ? "live" : status === "failed" ? "failed" : "";
  const from = restores === null ? "" : `restores ${restores}`;
  return [
    String(number),
    minute(promoted_at),
    [state, from].filter(Boolean).join(", "),
    tree.slice(0, 12),
    mission_id,
  ];
}

function stateOf({ state, work }: ProjectReply): string {
  return work ? `a ${work.kind} is in progress: ${work.instance_id}` : state;
}
