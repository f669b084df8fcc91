import type { z } from "zod";
import type { Project } from "#core/factory/project/project.ts";
import type { Release } from "#core/factory/project/release.ts";
import type { Execution } from "#core/governance/execution/execution.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { project as projectSchema, release as releaseSchema } from "#core/web/replies/project.ts";

/** The API's representation of a project. */
export function projectReply(project: Project): z.input<typeof projectSchema> {
  const { id, state, work, title, stack, requester, releases, current, created_at, updated_at } = project;
  return {
    project_id: id,
    state,
    work: work && { instance_id: work.execution, kind: work.kind, since: work.since },
    title,
    stack,
    requester,
    url: current?.url ?? null,
    releases,
    current: current?.release ?? null,
    created_at,
    updated_at,
  };
}

/** The API's representation of a release, with the seal over the evidence of its execution. */
export async function releaseReply(
  { ledger }: WithLedger,
  tenant: string,
  { mission, execution, source, generated_base, pull_request, build: _, ...release }: Release,
): Promise<z.input<typeof releaseSchema>> {
  const made = await ledger.load<Execution>({ tenant, kind: "execution", id: execution });
  return {
    ...release,
    mission_id: mission,
    execution_id: execution,
    source_sha256: source,
    generated_sha256: generated_base,
    pr_url: pull_request,
    evidence_sha256: made?.evidence?.seal_sha256 ?? null,
  };
}
