import { z } from "zod";
import { attemptNumbered, recordedAttempts } from "#core/factory/mission/attempts/read-attempts.ts";
import type { Caller } from "#core/identity/caller.ts";
import { buildLogPath, type WithArtifacts } from "#core/kernel/artifacts.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";

/** Larger logs are not stored. */
const MAX_LOG_BYTES = 64 * 2 ** 20;
/** The most lines and characters of one reply. */
const MAX_LINES = 2000;
const MAX_CHARACTERS = 2 ** 20;

/** Lines of a build's log, as the commands printed them. */
export const buildLogSchema = z.object({
  mission_id: z.string(),
  attempt: z.number().int().min(1),
  retry: z.number().int().nullable().describe("Which build of the attempt; null before the first."),
  after: z.number().int().describe("How many lines come before these."),
  lines: z
    .array(z.string())
    .describe("May contain terminal sequences and anything else that a program prints."),
  next_after: z.number().int().describe("The `after` of the next request."),
  complete: z.boolean().describe("Whether the build has ended and these are its last lines."),
});
export type BuildLog = z.infer<typeof buildLogSchema>;

/** Lines of the log of an attempt's newest build; the newest attempt without a number. Throws NotFound. */
export async function readBuildLog(
  services: WithLedger & WithArtifacts,
  caller: Caller,
  id: string,
  { attempt: number, after }: { attempt?: number | undefined; after: number },
): Promise<BuildLog> {
  const { attempt, builds } = attemptNumbered(await recordedAttempts(services, caller, id), number);
  const build = builds.at(-1);
  const path = build && buildLogPath(caller.tenant, id, attempt, build.retry);
  const bytes = path && (await bytesOf(services, path));
  const all = bytes ? linesOf(new TextDecoder().decode(bytes)) : [];
  const lines = page(all.slice(after));
  const next_after = Math.min(after, all.length) + lines.length;
  return {
    ...{ mission_id: id, attempt, retry: build?.retry ?? null, after, lines, next_after },
    complete: build !== undefined && build.ended_at !== null && next_after >= all.length,
  };
}

/** Undefined before the first upload. The caller may not list objects, so that a missing one is first looked for. */
async function bytesOf({ artifacts }: WithArtifacts, path: string): Promise<Uint8Array | undefined> {
  return (await artifacts.exists(path)) && (await artifacts.get(path, MAX_LOG_BYTES));
}

/** The lines of a text; a newline at its end begins none. */
function linesOf(text: string): string[] {
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** The first lines within the limits, at least one. */
function page(lines: readonly string[]): string[] {
  let characters = 0;
  const end = lines.slice(0, MAX_LINES).findIndex((line, at) => {
    characters += line.length;
    return at > 0 && characters > MAX_CHARACTERS;
  });
  return lines.slice(0, end === -1 ? MAX_LINES : end);
}
