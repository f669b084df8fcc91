import type { Context } from "#cli/context.ts";
import { UsageError } from "#cli/errors.ts";
import { clearReply } from "#cli/service/replies.ts";
import { askYes } from "#cli/terminal/ask.ts";

export async function run(
  context: Context,
  { yes, json }: { readonly yes?: boolean; readonly json?: boolean },
): Promise<number> {
  const { api, out, terminal } = context;
  if (!yes && !terminal.stdin.isTTY)
    throw new UsageError("Confirmation needs a terminal. Use --yes to confirm without one.");
  if (!yes && !(await askYes(context, "Hide all ended missions from the lists?"))) {
    out.line("Nothing was hidden.");
    if (json) out.json({ hidden: 0 });
    return 1;
  }
  const reply = await api.call("clear", {}, clearReply);
  if (json) out.json(reply);
  else out.line(`${reply.hidden} ${reply.hidden === 1 ? "mission" : "missions"} hidden.`);
  return 0;
}
