import { z } from "zod";
import { diff } from "#core/factory/change/merge/diff.ts";
import { readManifest } from "#core/factory/manifest/read-manifest.ts";
import { attemptNumbered, recordedAttempts } from "#core/factory/mission/attempts/read-attempts.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { findProject, findRelease } from "#core/factory/project/find.ts";
import type { Caller } from "#core/identity/caller.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { fileBytes, type SourceFile } from "#core/kernel/files.ts";
import { sha256Schema } from "#core/kernel/ids.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

/** Larger contents are not shown; they are in the source archive. */
const MAX_SHOWN = 2 ** 20;

const CHANGES = ["added", "changed", "deleted", "unchanged"] as const;

const comparisonSchema = z
  .object({ kind: z.enum(["attempt", "release"]), number: z.number().int().min(1) })
  .nullable()
  .describe("The attempt before, or the release that a change starts from; null if there is neither.");

/** The files of an attempt, sorted by path, beside those that it is compared with. */
export const filesSchema = z.object({
  mission_id: z.string(),
  attempt: z.number().int().min(1),
  manifest_sha256: sha256Schema,
  compared_with: comparisonSchema,
  files: z.array(
    z.object({
      path: z.string(),
      bytes: z.number().int().describe("0 for a deleted file."),
      change: z.enum(CHANGES),
    }),
  ),
});
export type MissionFiles = z.infer<typeof filesSchema>;

/** One file of an attempt. */
export const fileContentSchema = z.object({
  mission_id: z.string(),
  attempt: z.number().int().min(1),
  path: z.string(),
  change: z.enum(CHANGES),
  encoding: z.enum(["utf8", "base64"]),
  content: z.string().nullable().describe("Null for a deleted file, and above 1 MiB."),
  before: z
    .string()
    .nullable()
    .describe("The content that it is compared with; null if there is none, and above 1 MiB."),
  hunks: z
    .array(
      z.object({
        from: z.number().int(),
        to: z.number().int(),
        start: z.number().int(),
        end: z.number().int(),
      }),
    )
    .describe(
      "Lines [from, to) of `before` are replaced by lines [start, end) of `content`, counted from 0. Empty unless both are text.",
    ),
});
export type FileContent = z.infer<typeof fileContentSchema>;

type Services = WithLedger & WithStore & WithArtifacts;

/** The files of an attempt, the newest without a number. Throws NotFound. */
export async function readFiles(
  services: Services,
  caller: Caller,
  id: string,
  number: number | undefined,
): Promise<MissionFiles> {
  const { attempt, compared_with, after, before } = await comparison(services, caller, id, number);
  const paths = [...new Set([...after.keys(), ...before.keys()])].sort();
  const files = paths.map((path) => {
    const now = after.get(path);
    return {
      path,
      bytes: now ? fileBytes(now).length : 0,
      change: changeOf(before.get(path), now, compared_with),
    };
  });
  return {
    mission_id: id,
    attempt: attempt.attempt,
    manifest_sha256: attempt.manifest_sha256,
    compared_with,
    files,
  };
}

/** One file of an attempt, the newest without a number, beside what it is compared with. Throws NotFound. */
export async function readFile(
  services: Services,
  caller: Caller,
  id: string,
  { attempt: number, path }: { attempt?: number | undefined; path: string },
): Promise<FileContent> {
  const { attempt, compared_with, after, before } = await comparison(services, caller, id, number);
  const [was, is] = [before.get(path), after.get(path)];
  if (!was && !is)
    throw new GantryError("NotFound", `Attempt ${attempt.attempt} has no file with this path.`, {
      field: "path",
    });
  const [content, old] = [shown(is), shown(was)];
  const isText = [was, is].every((file) => file?.encoding !== "base64");
  return {
    mission_id: id,
    attempt: attempt.attempt,
    path,
    change: changeOf(was, is, compared_with),
    encoding: (is ?? was)?.encoding ?? "utf8",
    content,
    before: old,
    hunks: isText && content !== null && old !== null ? diff(old.split("\n"), content.split("\n")) : [],
  };
}

/** The files of an attempt, and those it is compared with, by path. */
async function comparison(services: Services, caller: Caller, id: string, number: number | undefined) {
  const recorded = await recordedAttempts(services, caller, id);
  const attempt = attemptNumbered(recorded, number);
  const previous = recorded.attempts.find((each) => each.attempt === attempt.attempt - 1);
  const release = previous ? null : await releaseBefore(services, recorded.mission);
  const before = previous?.manifest_sha256 ?? release?.source;
  return {
    attempt,
    compared_with: comparedWith(previous?.attempt, release?.number),
    after: await filesOf(services, caller.tenant, attempt.manifest_sha256),
    before:
      before === undefined ? new Map<string, SourceFile>() : await filesOf(services, caller.tenant, before),
  };
}

function comparedWith(
  attempt: number | undefined,
  release: number | undefined,
): MissionFiles["compared_with"] {
  if (attempt !== undefined) return { kind: "attempt", number: attempt };
  return release === undefined ? null : { kind: "release", number: release };
}

/** The source that a change starts from, with what was committed to it; null for a new app. */
async function releaseBefore(services: Services, { tenant, plan: { change } }: Mission) {
  if (!change) return null;
  const project = await findProject(services, { tenant }, change.project);
  const { source } = await findRelease(services, project, change.release);
  return { number: change.release, source: change.repository?.source ?? source };
}

async function filesOf(services: WithArtifacts, tenant: string, digest: string) {
  const { files } = await readManifest(services, tenant, digest);
  return new Map(files.map((file) => [file.path, file]));
}

function changeOf(
  was: SourceFile | undefined,
  is: SourceFile | undefined,
  compared: MissionFiles["compared_with"],
): MissionFiles["files"][number]["change"] {
  if (!is) return "deleted";
  if (!was) return compared ? "added" : "unchanged";
  return was.content === is.content && was.encoding === is.encoding ? "unchanged" : "changed";
}

const shown = (file: SourceFile | undefined): string | null =>
  file && file.content.length <= MAX_SHOWN ? file.content : null;
