import type { TreeFile } from "#core/kernel/tree.ts";

export interface Repositories {
  ensureRepository(input: { name: string; description: string; private: boolean }): Promise<Repository>;
  publish(input: {
    repository: Repository;
    branch: string;
    files: readonly TreeFile[];
    /** The commit on which a new branch starts; the end of the default branch without it. */
    parent?: string;
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

export interface WithRepositories {
  readonly repositories: Repositories;
}
