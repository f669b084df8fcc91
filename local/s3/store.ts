import { join } from "node:path";
import { openJournal } from "#local/journal.ts";
import { type ContentStore, openContentStore } from "./content.ts";
import { applyChange, type Change, changesOf, contentOf, emptyState, type State } from "./state.ts";

/** A conditional write on its way: told when the key is deleted before it is done. */
interface Watch {
  readonly bucket: string;
  readonly key: string;
  deleted: boolean;
}

export interface Store {
  readonly state: State;
  readonly content: ContentStore;
  readonly watches: Set<Watch>;
  /** Journals the changes as one, then applies them. Once it returns, they survive the death of the process. */
  commit(changes: Change[]): void;
  nextSequence(): number;
  close(): void;
}

/** Lines beyond which the journal is rewritten, if most of them are out of date. */
const COMPACT_AFTER = 1000;

export function openStore(dir: string): Store {
  const { journal, entries } = openJournal<Change[]>(join(dir, "metadata.jsonl"));
  const content = openContentStore(join(dir, "content"));
  const state = emptyState();
  for (const changes of entries) for (const change of changes) applyChange(state, change);
  content.sweep(contentOf(state));

  const watches = new Set<Watch>();
  let lines = entries.length;
  let live = 0;
  let closed = false;
  const compact = () => {
    const all = [...changesOf(state)];
    journal.rewrite(all.map((change) => [change]));
    lines = live = all.length;
  };
  if (lines > COMPACT_AFTER) compact();
  return {
    state,
    content,
    watches,
    nextSequence: () => ++state.sequence,
    commit: (changes) => {
      if (changes.length === 0) return;
      // Another file may have the descriptor by now.
      if (closed) throw new Error("the store is closed");
      journal.append(changes);
      for (const change of changes) {
        notice(watches, change);
        for (const id of applyChange(state, change)) content.remove(id);
      }
      if (++lines > COMPACT_AFTER && lines > live * 4) compact();
    },
    close: () => {
      if (!closed) journal.close();
      closed = true;
    },
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
