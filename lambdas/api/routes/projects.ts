import { z } from "zod";
import { findProject, listProjects, listReleases } from "#core/factory/project/find.ts";
import { idSchema } from "#core/kernel/ids.ts";
import { listQuery, pageSize } from "#lambdas/api/inputs.ts";
import { projectReply, releaseReply } from "#lambdas/api/project-reply.ts";
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
];
