import type { Context } from "#cli/context.ts";
import { UsageError } from "#cli/errors.ts";
import { listMissions } from "#cli/missions/mission-list.ts";

export async function run(
  context: Context,
  { limit, json }: { readonly limit: string; readonly json?: boolean },
  words: readonly string[],
): Promise<number> {
  const search = words.join(" ").trim();
  if (search === "") throw new UsageError("<words> must not be empty; enter words to search for.");
  const view = await listMissions(context, { limit, search });
  if (json) context.out.json(view.json);
  else for (const line of view.lines) context.out.line(line);
  return 0;
}
