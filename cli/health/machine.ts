import { z } from "zod";
import { type CliConfig, programFile } from "#cli/config.ts";
import type { Check } from "#core/operations/check.ts";
import { findNode, firstLine, OWN_PROGRAM_MS, reinstall } from "./program.ts";

const checksSchema = z.array(
  z.object({
    name: z.string(),
    state: z.enum(["ok", "warn", "fail"]),
    detail: z.string(),
    fix: z.string().optional(),
  }),
);

/**
 * Checks git and the sandboxes with the program that the service runs when it starts, so that the messages are the
 * same.
 */
export async function checkMachine(config: CliConfig): Promise<Check[]> {
  const node = findNode(config);
  const line = node && (await firstLine(node, [programFile(config, "local/examine")], OWN_PROGRAM_MS));
  if (line) return checksSchema.parse(JSON.parse(line)) as Check[];
  return [
    {
      name: "sandbox",
      state: "fail",
      detail: "the service's files are not complete",
      fix: reinstall(config),
    },
  ];
}
