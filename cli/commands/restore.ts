import { resolve } from "node:path";
import type { Context } from "#cli/context.ts";
import { workOnHome } from "#cli/service/home-archive.ts";
import { text } from "#cli/terminal/safe-text.ts";

interface Restored {
  readonly home: string;
  readonly created_at: string;
  readonly gantry: string;
  readonly files: number;
  readonly aside: string | null;
}

export async function run(
  context: Context,
  { force, json }: { readonly force?: boolean; readonly json?: boolean },
  [file = ""]: readonly string[],
): Promise<number> {
  const { out, config } = context;
  const args = [resolve(file), ...(force ? ["--force"] : [])];
  const restored = await workOnHome<Restored>(context, "restore", args);
  out.line(
    text`Restored ${restored.home} to its state of ${restored.created_at} (Gantry ${restored.gantry}): ${restored.files} files, SHA-256 digests verified.`,
  );
  if (restored.aside) out.line(text`The previous data is in ${restored.aside}`);
  out.line(text`Start it with: ${config.program} start`);
  if (json) out.json(restored);
  return 0;
}
