import { isNotModified } from "#local-cloud/conditional.ts";
import { type CloudHandler, type CloudRequest, header, requestUrl } from "#local-cloud/http.ts";
import { ownValue } from "#local-cloud/own-value.ts";
import type { Functions } from "#local-cloud/vercel/functions/functions.ts";
import { contentType } from "./content-type.ts";
import { aliasTarget, readyState } from "./lifecycle.ts";
import { type Output, readOutput } from "./output.ts";
import { errorReply, type Reply, sendReply } from "./reply.ts";
import { decodePath, route, type Target } from "./routing.ts";
import type { Deployment } from "./state.ts";
import type { Store } from "./store.ts";

interface Site {
  readonly output: Output;
  /** Stored file and content type by path, without the leading slash. */
  readonly statics: ReadonlyMap<string, { sha: string; type: string }>;
}

/** Serves `<label>.localhost`: every deployment and every alias has its own host, and so its own origin. */
export function createServe(store: Store, functions: Functions, now: () => number): CloudHandler {
  const sites = new Map<string, Site>();

  const answer = async (req: CloudRequest): Promise<Reply> => {
    const deployment = deploymentAt(store, header(req, ":authority") ?? header(req, "host") ?? "", now());
    if (!deployment) return errorReply(404, "DEPLOYMENT_NOT_FOUND", "The deployment could not be found.");
    const state = readyState(deployment, now());
    if (state !== "READY")
      return errorReply(503, `DEPLOYMENT_${state}`, `The deployment is ${state.toLowerCase()}.`);

    const site = sites.get(deployment.id) ?? openSite(store, deployment);
    sites.set(deployment.id, site);
    const url = requestUrl(req);
    const path = decodePath(url.pathname);
    if (path === undefined) return errorReply(400, "BAD_REQUEST", "The path is not valid.");
    const target = route(site.output, site.statics, path, req.method ?? "GET");
    const called = target.function === undefined ? undefined : site.output.functions.get(target.function);
    if (!called) return staticReply(store, site, target, req);
    for (const [name, value] of target.query) url.searchParams.set(name, value);
    return functions.call(deployment, called, req, { url, headers: target.headers });
  };

  return async (req, res) => sendReply(res, await answer(req));
}

function deploymentAt(store: Store, host: string, now: number): Deployment | undefined {
  const label = /^([a-z0-9-]+)\.localhost(?::\d+)?$/.exec(host.toLowerCase())?.[1];
  if (label === undefined) return undefined;
  const own = [...store.state.deployments.values()].find((deployment) => deployment.label === label);
  const found = own ?? aliasTarget(store.state, label, now);
  return found?.deletedAt === undefined ? found : undefined;
}

function openSite(store: Store, deployment: Deployment): Site {
  const result = readOutput(Object.keys(deployment.files), (path) =>
    store.read(deployment.files[path]?.sha ?? "").toString("utf8"),
  );
  if ("failure" in result) throw new Error(`${deployment.id} is ready with a bad output`);
  const statics = new Map<string, { sha: string; type: string }>();
  for (const [path, { sha }] of Object.entries(deployment.files)) {
    const name = /^static\/(.+)$/.exec(path)?.[1];
    if (name === undefined) continue;
    const override = ownValue(result.output.config.overrides ?? {}, name);
    statics.set(override?.path ?? name, { sha, type: override?.contentType ?? contentType(name) });
  }
  return { output: result.output, statics };
}

function staticReply(store: Store, site: Site, target: Target, req: CloudRequest): Reply {
  const { status, headers } = target;
  const file = target.file === undefined ? undefined : site.statics.get(target.file);
  if (!file && status === 404) return errorReply(404, "NOT_FOUND", "The page could not be found", headers);
  if (!file) return { status, body: "", headers };
  if (req.method !== "GET" && req.method !== "HEAD")
    return errorReply(405, "METHOD_NOT_ALLOWED", "Only GET and HEAD are possible.", { allow: "GET, HEAD" });

  const etag = `"${file.sha}"`;
  const described = {
    "content-type": file.type,
    "cache-control": "public, max-age=0, must-revalidate",
    etag,
    "x-content-type-options": "nosniff",
    ...headers,
  };
  if (status === 200 && isNotModified(header(req, "if-none-match"), etag))
    return { status: 304, body: "", headers: described };
  const bytes = store.read(file.sha);
  return {
    status,
    body: req.method === "HEAD" ? "" : bytes,
    headers: { ...described, "content-length": String(bytes.length) },
  };
}
