import { join } from "node:path";
import { type Journal, openJournal } from "#local-cloud/durable/journal.ts";

export interface Repository {
  readonly kind: "repository";
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly description: string | null;
  readonly homepage: string | null;
  readonly private: boolean;
  readonly default_branch: string;
  readonly created_at: string;
}

export interface Pull {
  readonly kind: "pull";
  readonly id: number;
  readonly repository: number;
  readonly number: number;
  readonly author: string;
  readonly title: string;
  readonly body: string | null;
  readonly state: "open" | "closed";
  readonly draft: boolean;
  /** Branch names. */
  readonly head: string;
  readonly base: string;
  readonly labels: readonly string[];
  readonly created_at: string;
  readonly updated_at: string;
  readonly closed_at: string | null;
  /** The commits of its branches when it was last seen open: what is shown once it is closed or a branch is gone. */
  readonly range?: PullRange;
  /** Absent unless a push has brought its commits into the base branch. */
  readonly merged?: { readonly by: string; readonly at: string; readonly commit: string };
}

export interface PullRange {
  readonly head: string;
  readonly base: string;
}

export interface Comment {
  readonly kind: "comment";
  readonly id: number;
  /** The pull request's id. */
  readonly pull: number;
  readonly author: string;
  readonly body: string;
  readonly created_at: string;
}

type Item = Repository | Pull | Comment;
type Unnumbered<T> = T extends Item ? Omit<T, "id"> : never;

/**
 * The state of GitHub besides git: rows by id. Each change is appended to a journal, and the last one
 * applies.
 */
export interface State {
  add<T extends Item>(item: Unnumbered<T>): T;
  replace(item: Item): void;
  repository(owner: string, name: string): Repository | undefined;
  repositories(owner: string): Repository[];
  pulls(repository: number): Pull[];
  comments(pull: number): Comment[];
  /** Resolves when every change is on the disk. */
  settled(): Promise<void>;
  close(): void;
}

export function openState(dir: string): State {
  const { journal, entries }: { journal: Journal<Item>; entries: Item[] } = openJournal(
    join(dir, "github.jsonl"),
    "the local GitHub forgets its repositories and pull requests, though their commits stay on the disk",
  );
  const items = new Map(entries.map((item) => [item.id, item]));
  const keep = (item: Item) => {
    journal.append(item);
    items.set(item.id, item);
  };
  const all = <K extends Item["kind"]>(kind: K) =>
    [...items.values()].filter((item): item is Extract<Item, { kind: K }> => item.kind === kind);
  return {
    add<T extends Item>(item: Unnumbered<T>): T {
      const added = { ...item, id: items.size + 1 } as unknown as T;
      keep(added);
      return added;
    },
    replace: keep,
    repository: (owner, name) =>
      all("repository").find((item) => same(item.owner, owner) && same(item.name, name)),
    repositories: (owner) => all("repository").filter((item) => same(item.owner, owner)),
    pulls: (repository) => all("pull").filter((item) => item.repository === repository),
    comments: (pull) => all("comment").filter((item) => item.pull === pull),
    settled: () => journal.settled(),
    close: () => journal.close(),
  };
}

/** GitHub ignores the case of account and repository names. */
export const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
