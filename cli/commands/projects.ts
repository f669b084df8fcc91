import type { Context } from "#cli/context.ts";
import { UsageError } from "#cli/errors.ts";
import { minute } from "#cli/missions/status-name.ts";
import { projectsReply } from "#cli/service/replies.ts";
import { table } from "#cli/terminal/table.ts";

const MAX = 200;

export async function run(
  { api, out, config }: Context,
  { limit, json }: { readonly limit: string; readonly json?: boolean },
): Promise<number> {
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > MAX)
    throw new UsageError(`--limit must be a number from 1 to ${MAX}, not ${limit}.`);
  const reply = await api.call("projects", { limit: Number(limit) }, projectsReply);
  if (json) out.json(reply);
  else if (reply.projects.length === 0)
    out.line(`There are no projects yet. Build an app with: ${config.program} build "a notes app"`);
  else {
    const rows = reply.projects.map(({ project_id, created_at, current, releases, title, url }) => [
      project_id,
      minute(created_at),
      `${current ?? "none"} of ${releases}`,
      title,
      url === null ? "" : out.link(url),
    ]);
    const [headers, ...lines] = table(["PROJECT", "CREATED (UTC)", "RELEASE", "TITLE", "APP"], rows);
    if (headers) out.line(out.paint("dim", headers));
    for (const line of lines) out.line(line);
  }
  return 0;
}
