import { createHash } from "node:crypto";
import type { Deployments } from "#core/directives/deployments.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { ownValue } from "#core/kernel/own-value.ts";
import {
  type Deployment,
  deploymentListSchema,
  deploymentSchema,
  ignored,
  projectSchema,
} from "./answers.ts";
import { createClient, type VercelConnection } from "./client.ts";
import { visit } from "./visit.ts";

export interface VercelOptions extends VercelConnection {
  /** URL scheme of deployments: `https` on Vercel, `http` in the local cloud. */
  readonly scheme: "https" | "http";
}

type Preview = Parameters<Deployments["createPreview"]>[0];
type OutputFile = Preview["files"][number];
type ProjectRef = Preview["project"];

/** Deploys to Vercel. */
interface VercelDeployments extends Deployments {
  /** Makes an earlier production deployment the production deployment again. */
  rollback(project: ProjectRef, id: string): Promise<{ url: string }>;
}

type Digested = OutputFile & { readonly sha: string };

const PROMOTION_SECONDS = 60;
const UPLOADS = 6;
const POLL_MS = { first: 100, last: 2000 };

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: makes an object; each of its methods is short.
export function createDeployments(options: VercelOptions): VercelDeployments {
  const { scheme, sleep, now } = options;
  const { send, retrying } = createClient(options);
  const address = (host: string) => `${scheme}://${host}`;
  const at = (...segments: string[]) => `/${segments.map(encodeURIComponent).join("/")}`;

  const getProject = (name: string) =>
    retrying(() => send({ method: "GET", path: at("v9", "projects", name), answer: projectSchema }));

  const self: VercelDeployments = {
    async ensureProject(name) {
      const found = await unless(404, () => getProject(name));
      const project = found ?? (await createProject(name));
      return { id: project.id, name: project.name };
    },

    async createPreview(input) {
      const key = input.meta.gantryKey;
      if (!key) throw new TypeError("meta.gantryKey is missing: without it a crash could deploy twice");
      const files = input.files.map((file) => ({ ...file, sha: sha1(file.bytes) }));
      return retrying(async () => {
        const made = await findByKey(input.project.id, key);
        if (made) return made;
        const missing = await post(input, files);
        if (!Array.isArray(missing)) return { id: missing.id, url: address(missing.url) };
        await uploadAll(files.filter(({ sha }) => missing.includes(sha)));
        const created = await post(input, files);
        if (Array.isArray(created))
          throw new GantryError("VercelUnavailable", "Vercel still reports uploaded files as missing.");
        return { id: created.id, url: address(created.url) };
      });
    },

    waitReady: (id, seconds) =>
      poll(seconds, `The deployment was not ready within ${seconds} s.`, async () => {
        const path = at("v13", "deployments", id);
        const deployment = await retrying(() => send({ method: "GET", path, answer: deploymentSchema }));
        const { readyState: state, url, aliasAssigned, errorMessage } = deployment;
        const sentence = ownValue(ENDED, state);
        if (sentence !== undefined)
          throw new GantryError("VercelRefused", `${sentence}${errorMessage ? `: ${errorMessage}` : "."}`, {
            detail: { state },
          });
        // `false` and `null` mean not yet; a time or `true` mean assigned.
        return state === "READY" && aliasAssigned ? { url: address(url), state } : undefined;
      }),

    async removeProject(project) {
      const path = at("v9", "projects", project);
      await unless(404, () => retrying(() => send({ method: "DELETE", path, answer: ignored })));
    },

    visit,

    promote: (project, id) => pointProduction(project, id, at("v10", "projects", project.id, "promote", id)),
    rollback: (project, id) => pointProduction(project, id, at("v1", "projects", project.id, "rollback", id)),

    async currentProduction(project) {
      const production = (await unless(404, () => getProject(project)))?.targets?.production;
      const host = shortest(production?.alias ?? []);
      return production && host !== undefined ? { id: production.id, url: address(host) } : null;
    },
  };
  return self;

  async function createProject(name: string) {
    // Disables login protection of previews, because the acceptance browser cannot log in.
    const body = { name, ssoProtection: null };
    const made = await unless(409, () =>
      retrying(() => send({ method: "POST", path: at("v11", "projects"), body, answer: projectSchema })),
    );
    // Another process created it, or the response to our earlier try was lost.
    return made ?? getProject(name);
  }

  async function findByKey(project: string, key: string) {
    for (let until: number | null | undefined; until !== null; ) {
      const query = { projectId: project, limit: "100", ...(until ? { until: String(until) } : {}) };
      const path = at("v7", "deployments");
      const { deployments, pagination } = await send({
        method: "GET",
        path,
        query,
        answer: deploymentListSchema,
      });
      const found = deployments.find(
        ({ meta, readyState }) => meta?.gantryKey === key && readyState !== "DELETED",
      );
      if (found) return { id: found.uid, url: address(found.url) };
      until = pagination.next;
    }
    return undefined;
  }

  /** Creates the deployment; returns it, or the digests of files that Vercel does not have yet. */
  async function post(input: Preview, files: readonly Digested[]) {
    try {
      return await send<Deployment>({
        method: "POST",
        path: at("v13", "deployments"),
        query: { prebuilt: "1", skipAutoDetectionConfirmation: "1" },
        headers: { "content-type": "application/json" },
        body: {
          name: input.project.name,
          project: input.project.id,
          files: files.map(({ path, bytes, sha }) => ({
            file: `.vercel/output/${path}`,
            sha,
            size: bytes.length,
          })),
          meta: input.meta,
          projectSettings: { framework: null },
        },
        answer: deploymentSchema,
      });
    } catch (error) {
      const missing = error instanceof GantryError ? error.detail.missing : undefined;
      if (Array.isArray(missing)) return missing as string[];
      throw error;
    }
  }

  /** Uploads each distinct file once, several at a time to reduce the total of round trips. */
  async function uploadAll(files: readonly Digested[]) {
    const waiting = [...new Map(files.map((file) => [file.sha, file])).values()];
    const worker = async () => {
      for (let file = waiting.pop(); file; file = waiting.pop()) await upload(file);
    };
    await Promise.all(Array.from({ length: UPLOADS }, worker));
  }

  function upload({ bytes, sha }: Digested) {
    return send({
      method: "POST",
      path: at("v2", "files"),
      headers: { "content-type": "application/octet-stream", "x-vercel-digest": sha },
      body: bytes,
      answer: ignored,
    });
  }

  async function pointProduction(project: ProjectRef, id: string, path: string) {
    const current = await self.currentProduction(project.id);
    if (current?.id === id) return { url: current.url };
    // A conflict means that it is already in progress, from a try whose response was lost.
    await unless(409, () => retrying(() => send({ method: "POST", path, answer: ignored })));
    const sentence = `The deployment was not live within ${PROMOTION_SECONDS} s of its promotion.`;
    return poll(PROMOTION_SECONDS, sentence, async () => {
      const live = await self.currentProduction(project.id);
      return live?.id === id ? { url: live.url } : undefined;
    });
  }

  async function poll<T>(seconds: number, late: string, look: () => Promise<T | undefined>): Promise<T> {
    const deadline = now() + seconds * 1000;
    for (let pause = POLL_MS.first; ; pause = Math.min(pause * 1.5, POLL_MS.last)) {
      const seen = await look();
      if (seen !== undefined) return seen;
      if (now() >= deadline) throw new GantryError("TimedOut", late);
      await sleep(Math.min(pause, Math.max(deadline - now(), 0)));
    }
  }
}

/** States from which a deployment never becomes READY. */
const ENDED: Readonly<Record<string, string>> = {
  ERROR: "Vercel could not deploy the output",
  CANCELED: "The deployment was cancelled at Vercel",
  BLOCKED: "Vercel blocks deployments of this project",
  DELETED: "The deployment was deleted at Vercel",
};

/** Returns undefined instead of throwing a refusal with this status. */
async function unless<T>(status: number, attempt: () => Promise<T>): Promise<T | undefined> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof GantryError && error.detail.vercel_status === status) return undefined;
    throw error;
  }
}

/** The shortest of a project's production hosts: `todo.vercel.app`, not `todo-team.vercel.app`. */
const shortest = (hosts: readonly string[]): string | undefined =>
  [...hosts].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];

const sha1 = (bytes: Uint8Array) => createHash("sha1").update(bytes).digest("hex");
