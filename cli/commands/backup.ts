import { resolve } from "node:path";
import type { Context } from "#cli/context.ts";
import { workOnHome } from "#cli/service/home-archive.ts";
import { text } from "#cli/terminal/safe-text.ts";

export async function run(
  context: Context,
  { json }: { readonly json?: boolean },
  [file]: readonly string[],
): Promise<number> {
  const { out, config } = context;
  const made = await workOnHome<{ file: string; bytes: number }>(
    context,
    "backup",
    file === undefined ? [] : [resolve(file)],
  );
  out.line(text`${made.file}: ${made.bytes} bytes, the data in ${config.home}`);
  out.line("It contains the evidence key, the password and all tokens. Store it where only you can read it.");
  out.line(text`Restore it with: ${config.program} restore ${made.file}`);
  if (json) out.json(made);
  return 0;
}
