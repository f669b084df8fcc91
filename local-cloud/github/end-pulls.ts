import { ancestors } from "./git-history.ts";
import type { Pull, Repository } from "./state.ts";
import { branchRange } from "./views/pull.ts";
import type { World } from "./world.ts";

/** Records the commits of the open pull requests of a repository, which a push may delete or move. */
export function rememberPulls(world: World, repository: Repository): void {
  const git = world.git(repository);
  for (const pull of openPulls(world, repository)) {
    const range = branchRange(git, pull);
    const isKnown = range?.head === pull.range?.head && range?.base === pull.range?.base;
    if (range && !isKnown) world.state.replace({ ...pull, range });
  }
}

/**
 * Ends the open pull requests that a push has ended, as GitHub does: merged if the base branch has moved and contains
 * the head now, closed if a branch is gone or nothing is left to merge. Idempotent, so that it also completes a push
 * after which the process ended. `by` is the login of who pushed.
 */
export function endPulls(world: World, repository: Repository, by: string): void {
  const git = world.git(repository);
  for (const pull of openPulls(world, repository)) {
    const range = branchRange(git, pull);
    const isContained = range && ancestors(git, range.base).includes(range.head);
    if (range && !isContained) continue;
    const now = world.now();
    const isMerged = range !== undefined && pull.range !== undefined && range.base !== pull.range.base;
    world.state.replace({
      ...pull,
      state: "closed",
      updated_at: now,
      closed_at: now,
      ...(isMerged && {
        merged: { by, at: now, commit: range.base },
        range: { ...pull.range, head: range.head },
      }),
    });
  }
}

const openPulls = (world: World, repository: Repository): Pull[] =>
  world.state.pulls(repository.id).filter(({ state }) => state === "open");
