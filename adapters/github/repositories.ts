/** What Gantry does with GitHub: a repository to publish to, and one pull request per mission. */
export interface Repositories {
  /** Finds the repository or creates it, with at least one commit on its default branch. Safe to repeat. */
  ensureRepository(input: EnsureRepositoryInput): Promise<EnsuredRepository>;
  /** Puts exactly these files on the branch and opens its pull request. Safe to repeat, also after a crash. */
  publish(input: PublishInput): Promise<Publication>;
}

export interface EnsureRepositoryInput {
  readonly name: string;
  readonly description: string;
  readonly private: boolean;
}

export interface RepositoryRef {
  readonly owner: string;
  readonly name: string;
  readonly default_branch: string;
}

export interface EnsuredRepository extends RepositoryRef {
  readonly html_url: string;
  /** Whether this call made the repository's first commit. */
  readonly bootstrapped: boolean;
}

export interface PublishFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mode?: "100644" | "100755";
}

export interface PublishInput {
  readonly repository: RepositoryRef;
  /** `gantry/<mission>`. */
  readonly branch: string;
  readonly files: readonly PublishFile[];
  readonly message: string;
  /** ISO 8601. With it the commit has the same id however often it is made. */
  readonly author_date: string;
  readonly title: string;
  readonly body: string;
  /** The directive's key: a pull request that carries it is never opened a second time. */
  readonly idempotency_key: string;
}

export interface Publication {
  readonly pr_url: string;
  readonly pr_number: number;
  readonly branch: string;
  readonly commit_sha: string;
  readonly tree_sha: string;
}
