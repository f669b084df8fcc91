import { closeSync, fdatasync, openSync } from "node:fs";
import { promisify } from "node:util";

export type SyncFile = (descriptor: number) => Promise<void>;

/** Makes commits survive a power cut before anyone hears of them. */
export interface Durability {
  /** Counts a commit that SQLite has handed to the operating system. */
  committed(commits: number): void;
  /**
   * Resolves when everything committed so far is on the disk. Callers that wait at the same time share one sync of
   * the log, which runs beside the event loop; rejects when the disk refuses.
   */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface DurabilityOptions {
  /** SQLite's write-ahead log, which holds every commit since the last checkpoint. */
  readonly log: string;
  /** Moves the whole log into the database file and syncs that. */
  readonly checkpoint: () => void;
  /** Told after commits have reached the disk. */
  readonly onSynced: (commits: number) => void;
  readonly sync?: SyncFile;
}

export function openDurability(options: DurabilityOptions): Durability {
  const { log, checkpoint, onSynced, sync = promisify(fdatasync) } = options;
  const descriptor = openSync(log, "r+");
  let committed = 0;
  let synced = 0;
  let failed = false;
  let running: Promise<void> | undefined;

  const run = async () => {
    const target = committed;
    try {
      // A kernel reports a failed write once and may then call the pages clean: only writing them anew helps.
      if (failed) checkpoint();
      else await sync(descriptor);
      failed = false;
    } catch (error) {
      failed = true;
      throw error;
    } finally {
      running = undefined;
    }
    synced = target;
    onSynced(target);
  };

  return {
    committed(commits) {
      committed = commits;
    },
    async settled() {
      const target = committed;
      while (synced < target) {
        running ??= run();
        await running;
      }
    },
    async close() {
      await running?.catch(() => {});
      closeSync(descriptor);
    },
  };
}
