import type { GitRepository } from "./git-repository.ts";

/** Commits reachable from `id`, itself first, breadth first. */
export function ancestors(git: GitRepository, id: string): string[] {
  const seen = new Set([id]);
  for (const next of seen) for (const parent of git.commit(next)?.parents ?? []) seen.add(parent);
  return [...seen];
}

/** Returns the commits of `head` that `base` does not have, oldest first, as shown in a pull request. */
export function commitsBetween(git: GitRepository, base: string, head: string): string[] {
  const known = new Set(ancestors(git, base));
  return ancestors(git, head)
    .filter((id) => !known.has(id))
    .reverse();
}

/** Returns the newest common commit, or undefined for unrelated histories. */
export function mergeBase(git: GitRepository, base: string, head: string): string | undefined {
  const known = new Set(ancestors(git, base));
  return ancestors(git, head).find((id) => known.has(id));
}
