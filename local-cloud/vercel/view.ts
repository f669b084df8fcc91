import { ALIASED, aliasAssigned, aliasesOf, aliasTarget, READY, readyState } from "./lifecycle.ts";
import { type Deployment, type Project, projectOf, type State } from "./state.ts";

/** The inputs of responses: the state, the time, and the mapping of a label to a host name with port. */
export interface Scene {
  readonly state: State;
  readonly now: number;
  readonly host: (label: string) => string;
}

const creator = { uid: "user_local", username: "gantry", email: "gantry@localhost" };

/**
 * The members of responses are those of `@vercel/sdk` 1.28.35; a test validates every response against its
 * schemas.
 */
export function deploymentView(scene: Scene, deployment: Deployment) {
  const project = projectOf(scene.state, deployment);
  const { settings } = project;
  return {
    ...core(scene, deployment),
    ...errorOf(scene, deployment),
    aliasAssigned: aliasAssigned(deployment, scene.now),
    aliasError: null,
    bootedAt: deployment.createdAt,
    build: { env: [] },
    buildSkipped: false,
    buildingAt: deployment.createdAt,
    creator: { uid: creator.uid, username: creator.username },
    env: [],
    id: deployment.id,
    inspectorUrl: null,
    isInConcurrentBuildsQueue: false,
    isInSystemBuildsQueue: false,
    ownerId: deployment.account,
    prebuilt: true,
    project: { id: project.id, name: project.name, framework: settings.framework ?? null },
    projectId: project.id,
    projectSettings: {
      framework: settings.framework ?? null,
      buildCommand: settings.buildCommand ?? null,
      installCommand: settings.installCommand ?? null,
      outputDirectory: settings.outputDirectory ?? null,
    },
    public: false,
    regions: ["iad1"],
    routes: null,
    status: readyState(deployment, scene.now),
    target: deployment.target,
    version: 2,
    createdIn: "iad1",
    plan: "hobby",
    alias: aliasesOf(scene.state, deployment, scene.now).map(({ label }) => scene.host(label)),
  };
}

export function listedDeploymentView(scene: Scene, deployment: Deployment) {
  return {
    ...core(scene, deployment),
    ...errorOf(scene, deployment),
    aliasAssigned: aliasAssigned(deployment, scene.now) ? deployment.createdAt + ALIASED : null,
    created: deployment.createdAt,
    creator,
    inspectorUrl: null,
    prebuilt: true,
    projectId: deployment.projectId,
    state: readyState(deployment, scene.now),
    target: deployment.target,
    uid: deployment.id,
  };
}

export function projectView(scene: Scene, project: Project) {
  const production = aliasTarget(scene.state, project.label, scene.now);
  return {
    accountId: project.account,
    alias: production
      ? [
          {
            deployment: targetView(scene, production),
            domain: scene.host(project.label),
            environment: "production",
            target: "PRODUCTION",
          },
        ]
      : [],
    createdAt: project.createdAt,
    defaultResourceConfig: { functionDefaultRegions: ["iad1"] },
    deploymentExpiration: {},
    directoryListing: false,
    framework: null,
    buildCommand: null,
    installCommand: null,
    outputDirectory: null,
    rootDirectory: null,
    id: project.id,
    latestDeployments: [],
    live: false,
    name: project.name,
    nodeVersion: "24.x",
    resourceConfig: { functionDefaultRegions: ["iad1"] },
    targets: { production: production ? targetView(scene, production) : null },
    updatedAt: project.updatedAt,
    ...project.settings,
  };
}

/** Renders a deployment for `targets` and `alias` of projects. */
function targetView(scene: Scene, deployment: Deployment) {
  return {
    ...core(scene, deployment),
    alias: aliasesOf(scene.state, deployment, scene.now).map(({ label }) => scene.host(label)),
    aliasAssigned: deployment.createdAt + ALIASED,
    createdIn: "iad1",
    creator,
    deploymentHostname: deployment.label,
    id: deployment.id,
    plan: "hobby",
    private: false,
    target: deployment.target,
  };
}

function core(scene: Scene, deployment: Deployment) {
  const state = readyState(deployment, scene.now);
  return {
    createdAt: deployment.createdAt,
    meta: deployment.meta,
    name: projectOf(scene.state, deployment).name,
    readyState: state,
    type: "LAMBDAS",
    url: scene.host(deployment.label),
  };
}

function errorOf({ now }: Scene, deployment: Deployment) {
  const state = readyState(deployment, now);
  if (state === "READY") return { ready: deployment.createdAt + READY };
  if (state !== "ERROR" || !deployment.failure) return {};
  return { errorCode: deployment.failure.code, errorMessage: deployment.failure.message };
}
