import type { Push } from "#core/delivery/push.ts";
import type { Deployments, Visit } from "#core/directives/deployments.ts";
import type { Repositories } from "#core/directives/repositories.ts";
import type { Signer } from "#core/evidence/signer.ts";
import type { EvidenceVault } from "#core/evidence/vault.ts";
import type { Archives } from "#core/factory/build/archives.ts";
import type { Builders, BuildTask } from "#core/factory/build/builders.ts";
import type { BranchHead, RepositoryReader } from "#core/factory/change/repository/reader.ts";
import type { ConversationTurn, Turns } from "#core/factory/conversation/turns.ts";
import type { Passwords } from "#core/identity/passwords.ts";
import type { SecretKeeper, Secrets } from "#core/identity/secrets.ts";
import type { Objects } from "#core/kernel/artifacts.ts";
import type { Clock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { type Ids, makeId } from "#core/kernel/ids.ts";
import { gitBlobId, type TreeFile } from "#core/kernel/tree.ts";
import type { Sealer } from "#core/workflows/inline/sealer.ts";
import type { RunInput } from "#core/workflows/open-run.ts";
import type { Start, Workflows } from "#core/workflows/workflows.ts";
import type { Pause } from "#test/support/memory-pause.ts";

/** The ports of the domain, kept in memory and open to the eyes of tests. */

export interface FakeClock extends Clock {
  advance(ms: number): void;
}

/** Stands still until told, also during a wait. */
export function fakeClock(start = Date.UTC(2026, 10, 21)): FakeClock {
  let time = start;
  return {
    now: () => time,
    jitter: async (ms) => ms,
    advance: (ms) => {
      time += ms;
    },
  };
}

/** Counts: the same calls always give the same ids. */
export function countingIds(clock: Clock): Ids {
  let count = 0;
  const bytes = (length: number) => {
    const all = new Uint8Array(length);
    new DataView(all.buffer).setUint32(length - 4, ++count);
    return all;
  };
  return {
    make: (prefix) => makeId(prefix, clock.now(), bytes(10)),
    secret: () => Buffer.from(bytes(32)).toString("base64url"),
    salt: () => Buffer.from(bytes(32)).toString("hex"),
  };
}

export interface MemoryObjects extends Objects {
  readonly all: Map<string, Uint8Array>;
}

export function memoryObjects(pause: Pause): MemoryObjects {
  const all = new Map<string, Uint8Array>();
  return {
    all,
    put: (key, bytes) => pause.around("objects.put", () => void all.set(key, toBytes(bytes))),
    get: (key, maxBytes) => pause.around("objects.get", () => bounded(all, key, maxBytes)),
    exists: (key) =>
      pause.around("objects.exists", () => {
        const bytes = all.get(key);
        return bytes && { size: bytes.length, sha256: sha256Hex(bytes) };
      }),
    presignGet: async (key, seconds) => `https://objects.test/${key}?get=${seconds}`,
    presignPut: async (key, seconds) => `https://objects.test/${key}?put=${seconds}`,
    presignUpload: async (key, { media_type }, seconds) => ({
      url: `https://objects.test/${key}?put=${seconds}`,
      headers: { "content-type": media_type },
    }),
  };
}

function bounded(all: ReadonlyMap<string, Uint8Array>, key: string, maxBytes: number) {
  const bytes = all.get(key);
  if (bytes && bytes.length > maxBytes) throw new GantryError("TooLarge", `${key} is too large.`);
  return bytes;
}

export interface MemoryVault extends EvidenceVault {
  readonly all: Map<string, Uint8Array>;
  /** How often something new was written. */
  written(): number;
}

/** If-None-Match: the first bytes under a key stay; others are refused as EvidenceConflict. */
export function memoryVault(pause: Pause): MemoryVault {
  const all = new Map<string, Uint8Array>();
  let written = 0;
  return {
    all,
    written: () => written,
    seal: (key, bytes) =>
      pause.around("vault.seal", () => {
        const sha256 = sha256Hex(bytes);
        const existing = all.get(key);
        if (existing && sha256Hex(existing) !== sha256)
          throw new GantryError("EvidenceConflict", "Other evidence is sealed here.");
        if (!existing) written += 1;
        all.set(key, bytes);
        return { version_id: `v-${sha256.slice(0, 8)}`, sha256 };
      }),
    read: (key, maxBytes) => pause.around("vault.read", () => bounded(all, key, maxBytes)),
    presignGet: async (key, seconds, { filename }) =>
      `https://evidence.test/${key}?get=${seconds}&as=${filename}`,
  };
}

/** Signs nothing that a stranger would accept, but always the same way. */
export function fakeSigner(): Signer {
  return {
    sign: async (digest) => digest,
    publicKey: async () => "-----BEGIN PUBLIC KEY-----\nnot a key\n-----END PUBLIC KEY-----\n",
  };
}

type Answer =
  | { readonly token: string; readonly output: unknown }
  | { readonly token: string; readonly error: string; readonly cause: string };

export interface MemoryWorkflows extends Workflows {
  readonly started: Map<string, Start>;
  /** The first answer of each token: later ones come too late. */
  readonly answers: Map<string, Answer>;
  readonly beats: string[];
}

export function memoryWorkflows(pause: Pause): MemoryWorkflows {
  const started = new Map<string, Start>();
  const answers = new Map<string, Answer>();
  const beats: string[] = [];
  const answer = (given: Answer) => void (answers.has(given.token) || answers.set(given.token, given));
  return {
    started,
    answers,
    beats,
    start: (start) => pause.around("workflows.start", () => void started.set(start.execution.id, start)),
    succeed: (token, output) => pause.around("workflows.succeed", () => answer({ token, output })),
    fail: (token, error, cause) => pause.around("workflows.fail", () => answer({ token, error, cause })),
    heartbeat: (token) => pause.around("workflows.heartbeat", () => void beats.push(token)),
    ready: async () => {},
  };
}

export interface MemorySealer extends Sealer {
  /** The runs whose seal was asked for, one for each time. */
  readonly asked: RunInput[];
}

export function memorySealer(pause: Pause): MemorySealer {
  const asked: RunInput[] = [];
  return { asked, ask: (run) => pause.around("sealer.ask", () => void asked.push(run)) };
}

export interface MemoryTurns extends Turns {
  /** The turns that were asked for, one for each time. */
  readonly asked: ConversationTurn[];
}

export function memoryTurns(pause: Pause): MemoryTurns {
  const asked: ConversationTurn[] = [];
  return { asked, ask: (turn) => pause.around("turns.ask", () => void asked.push(turn)) };
}

export interface MemoryBuilders extends Builders {
  readonly tasks: Map<string, BuildTask>;
  readonly stopped: string[];
  /** When tasks were asked for, by ARN; those of `tasks` have no time of their own. */
  readonly created: Map<string, number>;
}

export function memoryBuilders(pause: Pause): MemoryBuilders {
  const tasks = new Map<string, BuildTask>();
  const stopped: string[] = [];
  const created = new Map<string, number>();
  return {
    tasks,
    stopped,
    created,
    run: (task) =>
      pause.around("builders.run", () => {
        const arn = `arn:task/${task.mission_id}-${task.attempt}-${task.retry}-${task.start}`;
        tasks.set(arn, task);
        return arn;
      }),
    stop: (task) => pause.around("builders.stop", () => void stopped.push(task)),
    running: async () => [...created].map(([task, created_at_ms]) => ({ task, created_at_ms })),
  };
}

export interface MemoryDeployments extends Deployments {
  /** Deployments that were made, by idempotency key. */
  readonly made: Map<string, { readonly id: string; readonly files: readonly string[] }>;
  readonly promoted: string[];
  readonly removed: string[];
  /** What addresses respond, if that is not their deployment. */
  readonly visits: Map<string, Visit>;
  /** How often an effect was asked for. */
  calls: number;
}

export function memoryDeployments(pause: Pause): MemoryDeployments {
  const made: MemoryDeployments["made"] = new Map();
  const live = new Map<string, string>();
  const deployments: MemoryDeployments = {
    made,
    promoted: [],
    removed: [],
    visits: new Map(),
    calls: 0,
    ensureProject: async (name) => ({ id: `prj_${name}`, name }),
    createPreview: ({ files, meta }) =>
      pause.around("deployments.createPreview", () => {
        deployments.calls += 1;
        const key = meta.gantryKey as string;
        const deployment = made.get(key) ?? {
          id: `dpl_${made.size + 1}`,
          files: files.map(({ path }) => path),
        };
        made.set(key, deployment);
        return { id: deployment.id, url: `https://${deployment.id}.test` };
      }),
    waitReady: async (id) => ({ url: `https://${id}.test` }),
    currentProduction: (project) =>
      pause.around("deployments.currentProduction", () => {
        const id = live.get(project);
        return id === undefined ? null : { id, url: `https://${project}.test` };
      }),
    promote: ({ name }, id) =>
      pause.around("deployments.promote", () => {
        deployments.promoted.push(id);
        live.set(name, id);
        return { url: `https://${name}.test` };
      }),
    removeProject: (project) =>
      pause.around("deployments.removeProject", () => {
        live.delete(project);
        deployments.removed.push(project);
      }),
    visit: async (url) => {
      const host = new URL(url).hostname.replace(/\.test$/, "");
      return deployments.visits.get(url) ?? { status: 200, sha256: sha256Hex(live.get(host) ?? host) };
    },
  };
  return deployments;
}

export interface MemoryRepositories extends Repositories, RepositoryReader {
  /** What people have committed, by repository; `null` as the head of one that is gone. */
  readonly committed: Map<string, { readonly head: BranchHead | null; readonly files: readonly TreeFile[] }>;
  /** The paths of the files that were read. */
  readonly readPaths: string[];
  /** Pull requests that were opened, by idempotency key. */
  readonly opened: Map<string, { readonly body: string; readonly files: readonly TreeFile[] }>;
}

export function memoryRepositories(pause: Pause): MemoryRepositories {
  const opened: MemoryRepositories["opened"] = new Map();
  const committed: MemoryRepositories["committed"] = new Map();
  const readPaths: string[] = [];
  const filesOf = (name: string) => committed.get(name)?.files ?? [];
  return {
    opened,
    committed,
    readPaths,
    findHead: async ({ name }) => committed.get(name)?.head ?? null,
    listFiles: async ({ name }) =>
      filesOf(name).map(({ path, bytes, mode = "100644" }) => ({
        path,
        mode,
        id: gitBlobId(bytes),
        size: bytes.length,
      })),
    readFile: async ({ name, id }) => {
      const file = filesOf(name).find(({ bytes }) => gitBlobId(bytes) === id);
      if (!file) throw new GantryError("GitHubRefused", `There is no blob ${id}.`);
      readPaths.push(file.path);
      return file.bytes;
    },
    ensureRepository: async ({ name }) => ({
      owner: "gantry",
      name,
      default_branch: "main",
      html_url: `https://git.test/gantry/${name}`,
    }),
    publish: ({ idempotency_key, body, files, branch, repository }) =>
      pause.around("repositories.publish", () => {
        if (!opened.has(idempotency_key)) opened.set(idempotency_key, { body, files });
        const pr_number = [...opened.keys()].indexOf(idempotency_key) + 1;
        return {
          pr_url: `${repository.html_url}/pull/${pr_number}`,
          pr_number,
          branch,
          commit_sha: "c".repeat(40),
          tree_sha: "d".repeat(40),
        };
      }),
  };
}

/** An archive of this world: JSON of paths and base64. */
export function packFiles(files: readonly TreeFile[]): Uint8Array {
  return toBytes(
    JSON.stringify(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString("base64")])),
  );
}

export const jsonArchives: Archives = {
  unpack: async (bytes) =>
    (JSON.parse(new TextDecoder().decode(bytes)) as [string, string][]).map(([path, content]) => ({
      path,
      bytes: new Uint8Array(Buffer.from(content, "base64")),
    })),
};

export interface MemoryPush extends Push {
  readonly posted: { readonly connection: string; readonly message: string }[];
  readonly gone: Set<string>;
}

export function memoryPush(): MemoryPush {
  const posted: MemoryPush["posted"] = [];
  const gone = new Set<string>();
  return {
    posted,
    gone,
    post: async (connection, message) => {
      if (gone.has(connection)) return false;
      posted.push({ connection, message });
      return true;
    },
  };
}

export function memorySecrets(values: Record<string, string>): Secrets {
  return { get: async (name) => values[name] };
}

/** Sets the values that {@link memorySecrets} of the same object reads. */
export function memorySecretKeeper(values: Record<string, string>): SecretKeeper {
  return {
    put: async (name, value) => {
      values[name] = value;
    },
  };
}

/** A "hash" that is the password itself, marked as one. Counts how often it was asked. */
export function plainPasswords(): Passwords & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    hash: async (password) => plainPhc(password),
    verify: async (phc, password) => {
      asked.push(phc);
      return phc === plainPhc(password);
    },
  };
}

export const plainPhc = (password: string): string => `$plain-for-tests-only$${password}`;

function toBytes(bytes: Uint8Array | string): Uint8Array {
  return typeof bytes === "string" ? new TextEncoder().encode(bytes) : Uint8Array.from(bytes);
}
