import { openJournal } from "#local/journal.ts";

/** The last sequence number that is done with, kept on disk. */
export interface Checkpoint {
  current(): string | undefined;
  advance(sequence: string): void;
  close(): void;
}

const COMPACT_AFTER = 1000;

export function openCheckpoint(path: string): Checkpoint {
  const { journal, entries } = openJournal<string>(path);
  let current = entries.at(-1);
  let lines = entries.length;
  return {
    current: () => current,
    advance: (sequence) => {
      if (sequence === current) return;
      current = sequence;
      if (++lines <= COMPACT_AFTER) return journal.append(sequence);
      journal.rewrite([sequence]);
      lines = 1;
    },
    close: () => journal.close(),
  };
}
