import type { CloudRequest } from "#local-cloud/http.ts";
import { accountOf } from "./account.ts";
import * as deployments from "./deployments.ts";
import { eventsOf } from "./events.ts";
import { aliasesOf } from "./lifecycle.ts";
import { page } from "./page.ts";
import { createProject, existingProject, updateProject } from "./projects.ts";
import * as requests from "./requests.ts";
import type { Store } from "./store.ts";
import { uploadFile } from "./upload.ts";
import { deploymentView, listedDeploymentView, projectView, type Scene } from "./view.ts";

interface Call {
  readonly req: CloudRequest;
  readonly parameters: Record<string, string>;
  readonly query: Record<string, string>;
  readonly body: unknown;
}
interface RouteHandler {
  (call: Call): Promise<{ status: number; body?: unknown }> | { status: number; body?: unknown };
  /** The handler reads the body's bytes itself. */
  raw?: boolean;
}
export type RouteTable = Readonly<Record<string, RouteHandler>>;

const { read } = requests;
const ok = (body: unknown) => ({ status: 200, body });

/** The supported paths of Vercel's API, in the versions that `@vercel/sdk` 1.28.35 uses. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a table with a row for each route.
export function createRoutes(store: Store, scene: () => Scene): RouteTable {
  const { state } = store;
  const scoped = ({ query, body }: Call) => {
    read(requests.noBody, body);
    return accountOf(read(requests.scopeQuery, query));
  };
  const deploymentOf = (call: Call) =>
    deployments.findDeployment(store, scoped(call), call.parameters.id ?? "", scene().now);
  const projectOf = (call: Call) => existingProject(state, scoped(call), call.parameters.project ?? "");

  return {
    "GET /v2/user": (call) => {
      const { id } = scoped(call);
      const names = { username: "gantry", name: "Gantry", email: "gantry@localhost" };
      return ok({ user: { id, ...names, avatar: null, defaultTeamId: null, limited: true } });
    },

    "POST /v2/files": Object.assign(
      async ({ req, query }: Call) => {
        read(requests.scopeQuery, query);
        return ok(await uploadFile(store, req));
      },
      { raw: true },
    ),

    "POST /v13/deployments": ({ query, body }) => {
      const options = read(requests.createDeploymentQuery, query);
      const input = read(requests.createDeployment, body);
      const { now } = scene();
      return ok(deploymentView(scene(), deployments.create(store, accountOf(options), now, input, options)));
    },
    "GET /v13/deployments/{id}": (call) => ok(deploymentView(scene(), deploymentOf(call))),
    "DELETE /v13/deployments/{id}": (call) => {
      const deployment = deploymentOf(call);
      deployments.remove(store, deployment, scene().now);
      return ok({ uid: deployment.id, state: "DELETED" });
    },
    "PATCH /v12/deployments/{id}/cancel": (call) =>
      ok(deploymentView(scene(), deployments.cancel(store, deploymentOf(call), scene().now))),
    "GET /v3/deployments/{id}/events": ({ parameters, query, body }) => {
      read(requests.noBody, body);
      const options = read(requests.eventsQuery, query);
      const { now } = scene();
      const deployment = deployments.findDeployment(store, accountOf(options), parameters.id ?? "", now);
      const events = eventsOf(deployment, now);
      if (options.direction === "backward") events.reverse();
      return ok(options.limit !== undefined && options.limit >= 0 ? events.slice(0, options.limit) : events);
    },
    "GET /v7/deployments": ({ query, body }) => {
      read(requests.noBody, body);
      const options = read(requests.listDeploymentsQuery, query);
      const found = deployments.list(store, accountOf(options), options, scene().now);
      const { items, pagination } = page(found, options.limit, ({ createdAt }) => createdAt);
      return ok({ deployments: items.map((item) => listedDeploymentView(scene(), item)), pagination });
    },
    "GET /v2/deployments/{id}/aliases": (call) => ok({ aliases: aliasList(scene(), deploymentOf(call)) }),
    "POST /v2/deployments/{id}/aliases": ({ parameters, query, body }) => {
      const account = accountOf(read(requests.scopeQuery, query));
      const input = read(requests.assignAlias, body);
      const { now, host } = scene();
      const deployment = deployments.findDeployment(store, account, parameters.id ?? "", now);
      const { alias, oldDeploymentId } = deployments.assign(store, deployment, input.alias, now);
      const created = new Date(alias.at).toISOString();
      return ok({
        alias: host(alias.label),
        created,
        uid: alias.uid,
        ...(oldDeploymentId ? { oldDeploymentId } : {}),
      });
    },

    "POST /v11/projects": ({ query, body }) => {
      const account = accountOf(read(requests.scopeQuery, query));
      const { name, ssoProtection: _, ...settings } = read(requests.createProject, body);
      return ok(projectView(scene(), createProject(store, account, scene().now, name, settings)));
    },
    "GET /v10/projects": ({ query, body }) => {
      read(requests.noBody, body);
      const { search, from, limit, ...scope } = read(requests.listProjectsQuery, query);
      const account = accountOf(scope);
      const found = [...state.projects.values()]
        .filter((project) => project.account === account.id && project.name.includes(search ?? ""))
        .filter(({ updatedAt }) => from === undefined || updatedAt < from)
        .sort((a, b) => b.updatedAt - a.updatedAt);
      const { items, pagination } = page(found, limit, ({ updatedAt }) => updatedAt);
      return ok({ projects: items.map((item) => projectView(scene(), item)), pagination });
    },
    "GET /v9/projects/{project}": (call) => ok(projectView(scene(), projectOf(call))),
    "PATCH /v9/projects/{project}": ({ parameters, query, body }) => {
      const account = accountOf(read(requests.scopeQuery, query));
      const project = existingProject(state, account, parameters.project ?? "");
      const changes = read(requests.updateProject, body);
      return ok(projectView(scene(), updateProject(store, account, project, scene().now, changes)));
    },
    "DELETE /v9/projects/{project}": (call) => {
      deployments.removeProject(store, projectOf(call), scene().now);
      return { status: 204 };
    },
    "POST /v10/projects/{project}/promote/{id}": (call) => {
      deployments.promote(store, projectOf(call), deploymentOf(call), scene().now);
      return { status: 202 };
    },
    "POST /v1/projects/{project}/rollback/{id}": ({ parameters, query, body }) => {
      read(requests.noBody, body);
      const account = accountOf(read(requests.rollbackQuery, query));
      const project = existingProject(state, account, parameters.project ?? "");
      const { now } = scene();
      const deployment = deployments.findDeployment(store, account, parameters.id ?? "", now);
      deployments.rollback(store, project, deployment, now);
      return { status: 201 };
    },
  };

  function aliasList({ now, host }: Scene, deployment: ReturnType<typeof deploymentOf>) {
    return aliasesOf(state, deployment, now).map(({ uid, label, at }) => ({
      uid,
      alias: host(label),
      created: new Date(at).toISOString(),
    }));
  }
}
