import { z } from "zod";
import type { Signal, SignalDraft } from "#core/kernel/ledger/signal.ts";
import { type Actor, SYSTEM } from "#core/kernel/ledger/signal.ts";

/** What an execution does with a project. */
export const WORK_KINDS = ["change", "rollback", "deletion"] as const;

const digest = z.string();

/** Signals of a project: the schema of their data by signal type. */
const PROJECT_FACTS = {
  "gantry.project.created": z.strictObject({
    title: z.string(),
    stack: z.string(),
    requester: z.string(),
    mission: z.string().describe("The mission that made the first release."),
  }),
  /** An execution begins to change the project; until it ends, no other may. */
  "gantry.project.work_started": z.strictObject({ execution: z.string(), kind: z.enum(WORK_KINDS) }),
  "gantry.project.work_ended": z.strictObject({ execution: z.string() }),
  "gantry.project.deleted": z.strictObject({ execution: z.string() }),
  /** Has no number: releases are numbered in the order of their signals. */
  "gantry.project.released": z.strictObject({
    mission: z.string(),
    execution: z.string(),
    restores: z.number().int().nullable(),
    status: z.enum(["released", "failed"]),
    title: z.string(),
    plan_hash: digest,
    tree: z.string(),
    source: digest,
    specification_sha256: digest.nullable(),
    generated_base: digest.nullable(),
    output_sha256: digest,
    build: z.string().describe("Attempt and retry of the build that stored the output: `1.0`."),
    deployment: z.string().nullable(),
    url: z.string().nullable(),
    pull_request: z.string().nullable(),
    promoted_at: z.iso.datetime(),
  }),
} as const;

export type ProjectFact = keyof typeof PROJECT_FACTS;
export type ProjectFacts = { [F in ProjectFact]: z.infer<(typeof PROJECT_FACTS)[F]> };

/** A signal of a project; its type determines its data. */
export type ProjectSignal = {
  [F in ProjectFact]: Omit<Signal, "type" | "data"> & { type: F; data: ProjectFacts[F] };
}[ProjectFact];

/** Creates a draft of a project's signal. With `dedupe`, a repeated call records it only once. */
export function projectSignal<F extends ProjectFact>(
  type: F,
  data: ProjectFacts[F],
  { dedupe, actor = SYSTEM }: { readonly dedupe?: string; readonly actor?: Actor } = {},
): SignalDraft {
  return { type, data, actor, ...(dedupe === undefined ? {} : { dedupe }) };
}
