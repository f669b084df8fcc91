import type { Context } from "#cli/context.ts";
import { UsageError } from "#cli/errors.ts";
import { listMissions } from "#cli/missions/mission-list.ts";
import { watch } from "#cli/terminal/watch.ts";

export async function run(
  context: Context,
  options: {
    readonly limit: string;
    readonly search?: string;
    readonly watch?: boolean;
    readonly json?: boolean;
  },
): Promise<number> {
  const { out } = context;
  if (options.search?.trim() === "") throw new UsageError("--search must not be empty.");
  const look = () => listMissions(context, options);
  if (options.watch) await watch(context, options.json === true, look);
  const view = await look();
  if (options.json) out.json(view.json);
  else for (const line of view.lines) out.line(line);
  return 0;
}
