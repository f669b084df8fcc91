import { GitHubError, notFound, Violation } from "#local-cloud/github/errors.ts";
import { ancestors } from "#local-cloud/github/git-history.ts";
import { isRefName } from "#local-cloud/github/git-repository.ts";
import { refView } from "#local-cloud/github/views/git.ts";
import { created, nonEmptyRepositoryOf, type Operations, ok } from "#local-cloud/github/world.ts";

export const refOperations: Operations = {
  "git/get-ref": (call) => {
    const { repository, git } = nonEmptyRepositoryOf(call);
    const ref = `refs/${call.params.ref}`;
    const sha = git.ref(ref);
    if (!sha) throw notFound();
    return ok(refView(call.world, repository, ref, sha));
  },

  "git/create-ref": (call) => {
    const { repository, git } = nonEmptyRepositoryOf(call);
    const { ref, sha } = call.body as { ref: string; sha: string };
    if (!/^refs\/[^/]+\/./.test(ref))
      throw new GitHubError(422, "Reference name must contain at least three slash-separated components.");
    if (!isRefName(ref) || !/^refs\/(heads|tags)\//.test(ref))
      throw new GitHubError(422, `${ref} is not a valid ref name.`);
    if (git.ref(ref)) throw new GitHubError(422, "Reference already exists");
    if (!git.commit(sha)) throw new GitHubError(422, "Object does not exist");
    // git stores branches as files, so `a` and `a/b` cannot both exist.
    const others = [...git.refs("refs/heads"), ...git.refs("refs/tags")];
    const name = ref.replace(/^refs\/[^/]+\//, "");
    if (others.some((other) => other.startsWith(`${name}/`) || name.startsWith(`${other}/`)))
      throw new GitHubError(422, "Reference update failed");
    git.setRef(ref, sha);
    return created(refView(call.world, repository, ref, sha));
  },

  "git/update-ref": (call) => {
    const { repository, git } = nonEmptyRepositoryOf(call);
    const { sha, force = false } = call.body as { sha: string; force?: boolean };
    const ref = `refs/${call.params.ref}`;
    const old = git.ref(ref);
    if (!old) throw new GitHubError(422, "Reference does not exist");
    if (!git.commit(sha)) throw new GitHubError(422, "Object does not exist");
    if (ref === `refs/heads/${repository.default_branch}`) throw new Violation("push to default branch");
    if (!force && !ancestors(git, sha).includes(old))
      throw new GitHubError(422, "Update is not a fast forward");
    git.setRef(ref, sha);
    return ok(refView(call.world, repository, ref, sha));
  },
};
