import { z } from "zod";
import { consultChange } from "#core/factory/change/consult-change.ts";
import { noticesFor } from "#core/factory/plan/notices.ts";
import { pinPolicy } from "#core/factory/policy/pin.ts";
import { deleteProject } from "#core/factory/project/delete-project.ts";
import { findProject, listProjects, listReleases } from "#core/factory/project/find.ts";
import { rollBack } from "#core/factory/project/roll-back.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { listQuery, message, pageSize } from "#lambdas/api/inputs.ts";
import { projectReply, releaseReply } from "#lambdas/api/project-reply.ts";
import { estimateOf } from "#lambdas/api/spoken-reply.ts";
import { type Route, route } from "#lambdas/runtime/route.ts";

const { cursor, from, to } = listQuery.shape;
const projectPath = z.strictObject({
  id: idSchema.describe("The project's id: the name of its repository and of its project at Vercel."),
});

export const projectRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/gantry/projects",
    id: "projects",
    tag: "Projects",
    right: "read",
    scope: "missions:read",
    summary: "List projects.",
    description: "Newest first. A project is created by its first release.",
    query: z.strictObject({ limit: pageSize(50), cursor, from, to }),
    reply: { status: 200, description: "A page of the list.", schema: "ProjectList" },
    async handle({ services, caller, query }) {
      const { entries, next_cursor } = await listProjects(services, caller, query);
      return { status: 200, body: { projects: entries.map(projectReply), next_cursor } };
    },
  }),
  route({
    method: "GET",
    path: "/gantry/projects/{id}",
    id: "project",
    tag: "Projects",
    right: "read",
    scope: "missions:read",
    summary: "Read a project.",
    description: "Returns the project with the number of the release that is live.",
    refuses: ["NotFound"],
    params: projectPath,
    reply: { status: 200, description: "The project.", schema: "Project" },
    handle: async ({ services, caller, path }) => ({
      status: 200,
      body: projectReply(await findProject(services, caller, path.id)),
    }),
  }),
  route({
    method: "GET",
    path: "/gantry/projects/{id}/releases",
    id: "releases",
    tag: "Projects",
    right: "read",
    scope: "missions:read",
    summary: "List a project's releases.",
    description: "Newest first, each with the digests of its source, output and evidence.",
    refuses: ["NotFound"],
    params: projectPath,
    query: z.strictObject({ limit: pageSize(20), cursor }),
    reply: { status: 200, description: "A page of the list.", schema: "ReleaseList" },
    async handle({ services, caller, path, query }) {
      const project = await findProject(services, caller, path.id);
      const { entries, next_cursor } = await listReleases(services, project, query);
      const releases = await Promise.all(
        entries.map((release) => releaseReply(services, caller.tenant, release)),
      );
      return { status: 200, body: { project_id: project.id, releases, next_cursor } };
    },
  }),
  route({
    method: "POST",
    path: "/gantry/projects/{id}/change",
    id: "change",
    tag: "Projects",
    right: "write",
    scope: "consultations:write",
    limit: "model",
    summary: "Ask for a change of a project's app.",
    description:
      "Starts a consultation about the app; the reply's plan names in `change` the release it starts from and what becomes different. It is confirmed or continued with `/gantry/consult`. Its mission changes only the files that the edits touch, deploys to the same project and opens another pull request. An app that was not generated from a specification needs a language model, and is refused while none is connected.",
    refuses: [
      "NotFound",
      "IllegalTransition",
      "Conflict",
      "UnsupportedRequest",
      "PolicyDenied",
      "ModelRefused",
      "ModelUnavailable",
    ],
    params: projectPath,
    body: z.strictObject({ message: message.meta({ examples: ["Make it blue"] }) }),
    reply: {
      status: 200,
      description: "The plan of the change, or why there is none.",
      schema: "ConsultationTurn",
    },
    async handle({ services, caller, path, body }) {
      const reply = await consultChange(services, caller, { project: path.id, message: body.message });
      const notices = reply.plan ? noticesFor(reply.plan, await services.notices()) : [];
      const estimate = await estimateOf(services, caller, reply);
      return { status: 200, body: { ...reply, notices, estimate } };
    },
  }),
  route({
    method: "POST",
    path: "/gantry/projects/{id}/rollback",
    id: "rollback",
    tag: "Projects",
    right: "write",
    limit: "build",
    summary: "Make an earlier release live again.",
    description:
      "Promotes the deployment of the release without building it again; if Vercel no longer has it, its stored output is deployed. If the live address does not show it afterwards, what was live before is promoted again. A successful rollback is a new release with the same source tree.",
    refuses: ["NotFound", "IllegalTransition", "Conflict"],
    params: projectPath,
    body: z
      .strictObject({
        release: z
          .number()
          .int()
          .min(1)
          .max(999_999)
          .optional()
          .describe("The number of the release. Default: the one before the release that is live."),
      })
      .meta({
        id: "RollbackRequest",
        description: "Which release to make live.",
        examples: [{ release: 1 }],
      }),
    reply: { status: 202, description: "The execution that makes it live.", schema: "InstanceBegun" },
    async handle({ services, caller, path, body }) {
      const policy = await pinPolicy(services, caller.tenant);
      const run = await rollBack(services, caller, { id: path.id, ...body }, policy);
      return { status: 202, body: { instance_id: run.id, state: run.state } };
    },
  }),
  route({
    method: "DELETE",
    path: "/gantry/projects/{id}",
    id: "deleteProject",
    tag: "Projects",
    right: "admin",
    limit: "build",
    summary: "Delete a project.",
    description:
      "Takes the app off the network: its project at Vercel is deleted with all deployments. The project leaves the list once that is done. The repository at GitHub, the releases, the missions and all evidence are kept.",
    refuses: ["NotFound", "IllegalTransition", "Conflict"],
    params: projectPath,
    reply: { status: 202, description: "The execution that deletes it.", schema: "InstanceBegun" },
    async handle({ services, caller, path }) {
      const policy = await pinPolicy(services, caller.tenant);
      const run = await deleteProject(services, caller, path.id, policy);
      return { status: 202, body: { instance_id: run.id, state: run.state } };
    },
  }),
];
