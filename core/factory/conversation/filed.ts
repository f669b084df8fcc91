/** How a person keeps a conversation in order, as part of its state. */
export interface Filed {
  /** The title that a person gave it; absent for the one that it has by itself. */
  readonly title?: string;
  /** Whether lists leave it out. */
  readonly archived?: true;
}

/** Signals of filing: their data by signal type. */
export interface FilingFacts {
  /** Null takes the title back. */
  "gantry.conversation.renamed": { title: string | null };
  "gantry.conversation.archived": { archived: boolean };
}

export function titled<S extends Filed>(state: S, title: string | null): S {
  const { title: _, ...rest } = state;
  return (title === null ? rest : { ...rest, title }) as S;
}

export function archivedOr<S extends Filed>(state: S, archived: boolean): S {
  const { archived: _, ...rest } = state;
  return (archived ? { ...rest, archived } : rest) as S;
}
