import { closeSync, fdatasync, openSync } from "node:fs";
import { promisify } from "node:util";

export type SyncFile = (descriptor: number) => Promise<void>;

/** Makes commits durable before they are acknowledged. */
export interface Durability {
  /** Counts a commit that SQLite has written to the operating system. */
  committed(commits: number): void;
  /**
   * Resolves when all commits so far are on the disk. Concurrent callers share one sync of the log, which
   * runs outside the event loop. Rejects if the disk fails.
   */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface DurabilityOptions {
  /** SQLite's write-ahead log, which contains every commit since the last checkpoint. */
  readonly log: string;
  /** Moves the whole log into the database file and syncs it. */
  readonly checkpoint: () => void;
  /** Called when commits are on the disk. */
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
      // The kernel reports a failed write once and may then mark the pages as clean, so they must be written
      // again.
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
