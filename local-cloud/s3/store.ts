import { existsSync } from "node:fs";
import { join } from "node:path";
import { isWorthRewriting, openJournal } from "#local-cloud/durable/journal.ts";
import { type ContentStore, openContentStore } from "./content.ts";
import { applyChange, type Change, changesOf, contentOf, emptyState, type State } from "./state.ts";

/** A running conditional write, which is notified if its key is deleted. */
interface Watch {
  readonly bucket: string;
  readonly key: string;
  deleted: boolean;
}

export interface Store {
  readonly state: State;
  readonly content: ContentStore;
  readonly watches: Set<Watch>;
  /** Journals the changes atomically, then applies them. No effect may be visible before they are settled. */
  commit(changes: Change[]): void;
  /** Resolves when everything committed so far is on the disk. */
  settled(): Promise<void>;
  nextSequence(): number;
  close(): void;
}

const CONSEQUENCE = "all objects of S3 are forgotten, evidence packs included";

export function openStore(dir: string): Store {
  const path = join(dir, "metadata.jsonl");
  const content = openContentStore(join(dir, "content"));
  if (!existsSync(path) && !content.isEmpty())
    throw new Error(
      `${path} is missing, although there are objects. Restore the data folder from a backup, or move the folder ${dir} away: ${CONSEQUENCE}.`,
    );
  const { journal, entries } = openJournal<Change[]>(path, CONSEQUENCE);
  const state = emptyState();
  for (const changes of entries) for (const change of changes) applyChange(state, change);
  content.sweep(contentOf(state));

  const watches = new Set<Watch>();
  let lines = entries.length;
  let live = 0; // The count of the last rewrite, because counting costs as much as a rewrite.
  const compact = () => {
    const all = [...changesOf(state)];
    if (journal.rewrite(all.map((change) => [change]))) lines = all.length;
    live = all.length;
  };
  if (isWorthRewriting(lines, live)) compact();
  return {
    state,
    content,
    watches,
    nextSequence: () => ++state.sequence,
    commit: (changes) => {
      if (changes.length === 0) return;
      journal.append(changes);
      for (const change of changes) {
        notice(watches, change);
        for (const id of applyChange(state, change)) content.remove(id);
      }
      if (isWorthRewriting(++lines, live)) compact();
    },
    settled: () => journal.settled(),
    close: () => journal.close(),
  };
}

function notice(watches: Set<Watch>, change: Change): void {
  const key =
    change.type === "version-gone"
      ? change.key
      : change.type === "version" && change.version.marker && change.version.key;
  if (key === false || !("bucket" in change)) return;
  for (const watch of watches) if (watch.bucket === change.bucket && watch.key === key) watch.deleted = true;
}
