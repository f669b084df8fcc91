import type { Acceptance, AcceptanceReport } from "#core/acceptance.ts";
import type { TreeFile } from "#core/tree.ts";
import type { Machine } from "#core/workflows/machines.ts";

/** The seams of the domain: what it needs from the world, one small interface each. Adapters implement them. */

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits a random part of so many milliseconds. Returns how long it was, in milliseconds. */
  jitter(ms: number): Promise<number>;
}

export interface Ids {
  /** A fresh id `<prefix>_…`. */
  make(prefix: string): string;
  /** 32 random bytes as 43 base64url characters: a session, a ticket. */
  secret(): string;
  /** 32 random bytes in hex: what keeps data from being guessed from its digest. */
  salt(): string;
}

/** A bucket of bytes by key. */
export interface Objects {
  put(key: string, bytes: Uint8Array | string, contentType?: string): Promise<void>;
  /** Undefined when nothing is there; throws TooLarge over `maxBytes`. */
  get(key: string, maxBytes: number): Promise<Uint8Array | undefined>;
  /** Size and digest without the bytes; the digest of everything `put` wrote is known. */
  exists(key: string): Promise<{ size: number; sha256: string | undefined } | undefined>;
  presignGet(key: string, seconds: number): Promise<string>;
  presignPut(key: string, seconds: number): Promise<string>;
}

/** The Object-Lock bucket: what is written once is never replaced before its time. */
export interface EvidenceVault {
  /** Writes under a lock and reads back by version. The same bytes again give the version that is there already. */
  seal(key: string, bytes: Uint8Array, contentType: string): Promise<{ version_id: string; sha256: string }>;
  /** Undefined when nothing is there; throws TooLarge over `maxBytes`, before any is read. */
  read(key: string, maxBytes: number): Promise<Uint8Array | undefined>;
  /** An address that gives what is there to every client that has it: as a download of that name and type. */
  presignGet(
    key: string,
    seconds: number,
    as: { readonly filename: string; readonly contentType: string },
  ): Promise<string>;
}

export interface Signer {
  /** DER-encoded ECDSA P-256 signature over a SHA-256 digest. */
  sign(digest: Uint8Array): Promise<Uint8Array>;
  /** The public key as PEM (SubjectPublicKeyInfo). */
  publicKey(): Promise<string>;
}

/** What the workflow engine starts: an execution on one of the machines. */
export interface Start {
  readonly execution: { readonly tenant: string; readonly id: string };
  readonly machine: Machine;
  /** Plain JSON; the same execution always gives the same input. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** The workflow engine. */
export interface Workflows {
  /** Starts a machine under the execution's id. Starting it again changes nothing. */
  start(start: Start): Promise<void>;
  /** A token that is gone (answered, timed out) is not an error: the race was decided already. */
  succeed(token: string, output: unknown): Promise<void>;
  fail(token: string, error: string, cause: string): Promise<void>;
  heartbeat(token: string): Promise<void>;
  /** Rejects when one of the machines is not there or does not answer. */
  ready(): Promise<void>;
}

export interface BuildTask {
  readonly tenant: string;
  readonly mission_id: string;
  readonly attempt: number;
  readonly retry: number;
  /** Counts the builders of the same attempt and retry from 0. */
  readonly start: number;
  readonly tier: "small" | "large";
  readonly job_url: string;
  /** How long it asks for its job, from when it is up. */
  readonly wait_seconds: number;
}

/** Isolated builders. */
export interface Builders {
  /** Starts one; the same attempt, retry and start give the same task. Answers its ARN. */
  run(task: BuildTask): Promise<string>;
  stop(task: string, reason: string): Promise<void>;
  /** All that were not stopped; `created_at_ms` is when one was asked for, since 1970. */
  running(): Promise<readonly { readonly task: string; readonly created_at_ms: number }[]>;
}

/** Resolves and packs what a draft depends on, without running any of it. */
export interface Dependencies {
  /**
   * Null when the draft depends on nothing. `isKnown` is asked whether there is a layer of this key; only where there
   * is none are the packages fetched and packed.
   */
  provide(packageJson: string, isKnown: (key: string) => Promise<boolean>): Promise<DependencyLayer | null>;
}
export interface DependencyLayer {
  readonly key: string;
  readonly lockfile: string;
  /** tar + zstd of node_modules; undefined when the layer is known. */
  readonly archive: Uint8Array | undefined;
}

export interface Deployments {
  ensureProject(name: string): Promise<{ id: string; name: string }>;
  createPreview(input: {
    project: { id: string; name: string };
    files: readonly { path: string; bytes: Uint8Array }[];
    meta: Record<string, string>;
  }): Promise<{ id: string; url: string }>;
  waitReady(id: string, seconds: number): Promise<{ url: string }>;
  /** The deployment in production; null when there is none, or no project of this name or id. */
  currentProduction(project: string): Promise<{ id: string; url: string } | null>;
  promote(project: { id: string; name: string }, id: string): Promise<{ url: string }>;
}

export interface Repositories {
  ensureRepository(input: { name: string; description: string; private: boolean }): Promise<Repository>;
  publish(input: {
    repository: Repository;
    branch: string;
    files: readonly TreeFile[];
    message: string;
    author_date: string;
    title: string;
    body: string;
    idempotency_key: string;
  }): Promise<{ pr_url: string; pr_number: number; branch: string; commit_sha: string; tree_sha: string }>;
}
export interface Repository {
  readonly owner: string;
  readonly name: string;
  readonly default_branch: string;
  readonly html_url: string;
}

export interface AcceptanceBrowser {
  /** `cancelled` is asked every now and then; once it is true the run ends at once with Cancelled. */
  run(input: {
    url: string;
    acceptances: readonly Acceptance[];
    seconds: number;
    cancelled?: () => Promise<boolean>;
  }): Promise<AcceptanceReport>;
}

/** Pushes a hint to one open socket. False when it is gone. */
export interface Push {
  post(connection: string, message: string): Promise<boolean>;
}

/** Secrets by name; undefined when not set. */
export interface Secrets {
  /** Read once and then kept as long as the process lives; `fresh` reads it again. */
  get(name: string, options?: { readonly fresh: boolean }): Promise<string | undefined>;
}

/** Reads a builder's output archive. Throws EnvironmentFailure when it is not what the builder recorded. */
export interface Archives {
  unpack(bytes: Uint8Array, limits: { files: number; bytes: number }): Promise<TreeFile[]>;
}

/** Password hashes in PHC form. */
export interface Passwords {
  verify(phc: string, password: string): Promise<boolean>;
}
