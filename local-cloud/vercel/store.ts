import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { openJournal } from "#local-cloud/durable/journal.ts";
import { writeDurably } from "#local-cloud/durable/write-file.ts";
import { apply, type Change, emptyState, type State } from "./state.ts";

export interface Store {
  readonly state: State;
  /** Journals and applies the changes of one request. No effect may be visible before they are settled. */
  commit(...changes: Change[]): void;
  /** Resolves when everything committed so far is on the disk. */
  settled(): Promise<void>;
  /** Stores bytes under their SHA-1. Idempotent. */
  keep(bytes: Uint8Array): { sha: string; size: number };
  /** Size of a stored file, or undefined. */
  size(sha: string): number | undefined;
  read(sha: string): Buffer;
  close(): void;
}

/** Projects, deployments and aliases in a journal, files beside it by SHA-1. */
export function openStore(dir: string): Store {
  const files = join(dir, "files");
  mkdirSync(files, { recursive: true });
  const { journal, entries } = openJournal<Change[]>(
    join(dir, "journal.jsonl"),
    "all projects and deployments of the local Vercel are forgotten",
  );
  const state = emptyState();
  for (const entry of entries) apply(state, entry);

  return {
    state,
    commit: (...changes) => {
      journal.append(changes);
      apply(state, changes);
    },
    keep: (bytes) => {
      const sha = sha1(bytes);
      const path = join(files, sha);
      if (!existsSync(path)) writeDurably(path, bytes);
      return { sha, size: bytes.length };
    },
    size: (sha) => statSync(join(files, sha), { throwIfNoEntry: false })?.size,
    read: (sha) => readFileSync(join(files, sha)),
    settled: () => journal.settled(),
    close: () => journal.close(),
  };
}

export const sha1 = (bytes: Uint8Array) => createHash("sha1").update(bytes).digest("hex");

/** Creates an id in Vercel's format: prefix, underscore, letters and digits. */
export const newId = (prefix: string) => `${prefix}_${randomBytes(14).toString("hex")}`;
