import { GitHubError, Violation } from "#local-cloud/github/errors.ts";
import { FOLDER } from "#local-cloud/github/git-formats.ts";
import type { GitRepository } from "#local-cloud/github/git-repository.ts";
import { findInTree, type TreeChange } from "#local-cloud/github/git-trees.ts";

/** An entry of `POST …/git/trees`. */
export interface TreeEntryInput {
  readonly path?: string;
  readonly mode?: string;
  readonly type?: string;
  readonly sha?: string | null;
  readonly content?: string;
}

/** Returns the change of an entry; content is stored as a blob. */
export function treeChange(git: GitRepository, base: string | undefined, entry: TreeEntryInput): TreeChange {
  const { path = "", mode = "", sha, content } = entry;
  checkPath(path);
  if ((sha === undefined) === (content === undefined))
    throw new GitHubError(422, "Must supply either tree.sha or tree.content, and not both");
  if (sha === null) {
    if (!base || !findInTree(git.objects, base, path)) throw new GitHubError(422, "GitRPC::BadObjectState");
    return { path, mode, id: null };
  }
  if (mode === "") throw new GitHubError(422, "Must supply tree.mode");
  if (mode === "120000" || mode === "160000") throw new Violation(`tree.mode ${mode} is not supported here`);
  if (content !== undefined)
    return { path, mode, id: git.objects.write("blob", Buffer.from(content, "utf8")) };
  const type = mode === FOLDER ? "tree" : "blob";
  if (git.objects.read(sha ?? "")?.type !== type)
    throw new GitHubError(422, `tree.sha ${sha} is not a valid ${type}`);
  return { path, mode, id: sha ?? "" };
}

/** Throws for paths that git would refuse to check out. */
export function checkPath(path: string): void {
  const bad = path.split("/").some((part) => /^(|\.|\.\.|\.git)$/i.test(part) || part.includes("\0"));
  if (bad) throw new GitHubError(422, "tree.path contains a malformed path component");
}
