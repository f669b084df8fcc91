import type { Context } from "#cli/context.ts";
import { UsageError } from "#cli/errors.ts";
import { followRun } from "#cli/projects/follow-run.ts";
import { projectReply, runBegunReply } from "#cli/service/replies.ts";
import { text } from "#cli/terminal/safe-text.ts";
import { PROJECT_ROLLBACK } from "#core/workflows/built-in/project-rollback.ts";

export async function run(
  context: Context,
  { json = false, follow }: { readonly json?: boolean; readonly follow: boolean },
  [id = "", release]: readonly string[],
): Promise<number> {
  const { api, out } = context;
  if (release !== undefined && !/^[1-9]\d{0,5}$/.test(release))
    throw new UsageError(`<release> must be the number of a release, not ${release}.`);
  const target = release === undefined ? {} : { release: Number(release) };
  const begun = await api.call("rollback", { id, ...target }, runBegunReply);
  out.line(text`Rolling back ${id} as ${begun.instance_id}.`);
  if (!follow) {
    if (json) out.json(begun);
    return 0;
  }
  const run = await followRun(context, begun.instance_id, PROJECT_ROLLBACK);
  const project = await api.call("project", { id }, projectReply);
  const well = run.outcome === "succeeded";
  if (json) out.json({ instance_id: run.instance_id, outcome: run.outcome, error: run.error, project });
  out.line(
    well
      ? text`${project.title} is live again as release ${project.current ?? ""}: ${project.url ?? ""}`
      : text`${run.error?.code ?? "Failed"}: ${run.error?.message ?? "the rollback did not succeed"}`,
  );
  return well ? 0 : 1;
}
