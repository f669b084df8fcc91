import { z } from "zod";
import { PROJECT_STATES } from "#core/factory/project/project.ts";
import { WORK_KINDS } from "#core/factory/project/signals.ts";
import { id, next_cursor, sha256, time, url } from "#core/web/replies/parts.ts";

export const release = z
  .object({
    release: z.number().int().describe("The number of the release within its project, from 1."),
    mission_id: id.describe("The mission that built and audited it."),
    execution_id: id.describe("What made the release: its mission, or the run that restored an earlier one."),
    restores: z.number().int().nullable().describe("The release that this one restored."),
    status: z
      .enum(["released", "failed"])
      .describe("`failed`: the live address did not show it, so the release before was made live again."),
    title: z.string(),
    plan_hash: sha256.describe("The confirmed plan."),
    tree: z.string().describe("Git id of the audited source tree."),
    source_sha256: sha256.describe("Digest of the draft with the source."),
    specification_sha256: sha256.nullable().describe("Digest of the app's specification, if it has one."),
    generated_sha256: sha256
      .nullable()
      .describe("Digest of the draft as it was generated, if it was generated."),
    output_sha256: sha256.describe("Digest of the audited output, which is what was deployed."),
    deployment: z.string().nullable().describe("The deployment at Vercel."),
    url: url.nullable().describe("The live address."),
    pr_url: url.nullable().describe("The pull request with the source."),
    evidence_sha256: sha256.nullable().describe("Digest of the seal over the execution's evidence."),
    promoted_at: time.describe("When it was made live; when it was published, if it was not to go live."),
  })
  .meta({ id: "Release", description: "One release of a project." });

export const project = z
  .object({
    project_id: id.describe("The name of its repository and of its project at Vercel."),
    state: z
      .enum(PROJECT_STATES)
      .describe("`working`: an execution changes the project, and no other may until it has ended."),
    work: z
      .object({ instance_id: id, kind: z.enum(WORK_KINDS), since: time })
      .nullable()
      .describe("The execution that changes the project now."),
    title: z.string(),
    stack: z.string(),
    requester: z.string().describe("Who confirmed the plan of its first release."),
    url: url.nullable().describe("The live address."),
    releases: z.number().int().describe("Number of releases so far."),
    current: z.number().int().nullable().describe("The release that is live; null if all have failed."),
    created_at: time,
    updated_at: time,
  })
  .meta({ id: "Project", description: "An app with its releases." });

export const projectList = z
  .object({ projects: z.array(project), next_cursor })
  .meta({ id: "ProjectList", description: "One page of projects, newest first." });

export const releaseList = z
  .object({ project_id: id, releases: z.array(release), next_cursor })
  .meta({ id: "ReleaseList", description: "One page of a project's releases, newest first." });
