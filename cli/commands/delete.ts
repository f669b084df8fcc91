import type { Context } from "#cli/context.ts";
import { UsageError } from "#cli/errors.ts";
import { followRun } from "#cli/projects/follow-run.ts";
import { projectReply, runBegunReply } from "#cli/service/replies.ts";
import { askYes } from "#cli/terminal/ask.ts";
import { text } from "#cli/terminal/safe-text.ts";
import { PROJECT_DELETION } from "#core/workflows/built-in/project-deletion.ts";

export async function run(
  context: Context,
  { yes, json }: { readonly yes?: boolean; readonly json?: boolean },
  [id = ""]: readonly string[],
): Promise<number> {
  const { api, out, terminal } = context;
  if (!yes && !terminal.stdin.isTTY)
    throw new UsageError("Confirmation needs a terminal. Use --yes to confirm without one.");
  const { title } = await api.call("project", { id }, projectReply);
  const question = `Take ${title} off the network? Its repository and its evidence are kept.`;
  if (!yes && !(await askYes(context, question))) {
    out.line("Nothing was deleted.");
    return 1;
  }
  const { instance_id } = await api.call("deleteProject", { id }, runBegunReply);
  const run = await followRun(context, instance_id, PROJECT_DELETION);
  if (json) out.json({ instance_id, outcome: run.outcome, error: run.error });
  const well = run.outcome === "succeeded";
  out.line(
    well
      ? text`${title} is deleted.`
      : text`${run.error?.code ?? "Failed"}: ${run.error?.message ?? "the deletion did not succeed"}`,
  );
  return well ? 0 : 1;
}
