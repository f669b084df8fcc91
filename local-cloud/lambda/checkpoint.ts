import { isWorthRewriting, openJournal } from "#local-cloud/durable/journal.ts";

/** The last processed sequence number, stored on disk. */
export interface Checkpoint {
  current(): string | undefined;
  advance(sequence: string): void;
  close(): void;
}

export function openCheckpoint(path: string): Checkpoint {
  const { journal, entries } = openJournal<string>(
    path,
    "the table's stream is read again from its beginning",
  );
  let current = entries.at(-1);
  let lines = entries.length;
  return {
    current: () => current,
    advance: (sequence) => {
      if (sequence === current) return;
      journal.append(sequence);
      current = sequence;
      if (isWorthRewriting(++lines, 1) && journal.rewrite([sequence])) lines = 1;
    },
    close: () => journal.close(),
  };
}
