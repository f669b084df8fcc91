/** The end of a branch. */
export interface BranchHead {
  readonly branch: string;
  /** The ids of the commit and of its tree. */
  readonly commit: string;
  readonly tree: string;
}

/** An entry of a git tree that is not a folder. */
export interface RepositoryFile {
  readonly path: string;
  /** `100644` for a plain file; others are executable files, symbolic links and submodules. */
  readonly mode: string;
  /** The id of its blob. */
  readonly id: string;
  /** In bytes; 0 for a submodule. */
  readonly size: number;
}

/** Reads the repositories to which missions publish. Throws GitHubUnavailable and GitHubRefused. */
export interface RepositoryReader {
  /**
   * Where the work on a published branch goes on: at the default branch once its pull request is merged, otherwise at
   * the branch itself. Null if the repository or the branch no longer exists.
   */
  findHead(published: { readonly name: string; readonly branch: string }): Promise<BranchHead | null>;
  /** All files of a tree, in any order. Throws UnsupportedRequest for more than GitHub lists. */
  listFiles(tree: { readonly name: string; readonly id: string }): Promise<readonly RepositoryFile[]>;
  readFile(blob: { readonly name: string; readonly id: string }): Promise<Uint8Array>;
}

export interface WithRepositoryReader {
  readonly repositories: RepositoryReader;
}
