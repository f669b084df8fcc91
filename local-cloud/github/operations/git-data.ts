import { GitHubError, notFound } from "#local-cloud/github/errors.ts";
import { FOLDER, isoSeconds, type Signature } from "#local-cloud/github/git-formats.ts";
import { changeTree, listTree } from "#local-cloud/github/git-trees.ts";
import { gitCommitView } from "#local-cloud/github/views/git.ts";
import { repositoryUrl } from "#local-cloud/github/views/repository.ts";
import {
  type Call,
  created,
  nodeId,
  nonEmptyRepositoryOf,
  type Operations,
  ok,
  supportOnly,
} from "#local-cloud/github/world.ts";
import { base64, fromBase64 } from "./base64.ts";
import { type TreeEntryInput, treeChange } from "./tree-entries.ts";

interface NewCommit {
  readonly message: string;
  readonly tree: string;
  readonly parents?: readonly string[];
  readonly author?: { readonly name: string; readonly email: string; readonly date?: string };
  readonly committer?: { readonly name?: string; readonly email?: string; readonly date?: string };
}

export const gitDataOperations: Operations = {
  "git/create-blob": (call) => {
    const { repository, git } = nonEmptyRepositoryOf(call);
    const { content, encoding = "utf-8" } = call.body as { content: string; encoding?: string };
    if (encoding !== "utf-8" && encoding !== "base64")
      throw new GitHubError(422, `"${encoding}" is not a valid encoding`);
    const bytes = encoding === "base64" ? fromBase64(content) : Buffer.from(content, "utf8");
    if (!bytes) throw new GitHubError(422, "content is not valid Base64");
    const sha = git.objects.write("blob", bytes);
    return created({ sha, url: `${repositoryUrl(call.world, repository)}/git/blobs/${sha}` } as {
      url: string;
    });
  },

  "git/get-blob": (call) => {
    const { repository, git } = nonEmptyRepositoryOf(call);
    const sha = call.params.file_sha ?? "";
    const object = git.objects.read(sha);
    if (object?.type !== "blob") throw notFound();
    return ok({
      sha,
      node_id: nodeId("Blob", sha),
      size: object.data.length,
      url: `${repositoryUrl(call.world, repository)}/git/blobs/${sha}`,
      content: base64(object.data),
      encoding: "base64",
    });
  },

  "git/create-tree": (call) => {
    const { git } = nonEmptyRepositoryOf(call);
    const { tree, base_tree: base } = call.body as { tree: TreeEntryInput[]; base_tree?: string };
    if (base !== undefined && git.objects.read(base)?.type !== "tree")
      throw new GitHubError(422, "base_tree is not a valid tree oid");
    if (tree.length === 0) throw new GitHubError(422, "Invalid tree info");
    const changes = tree.map((entry) => treeChange(git, base, entry));
    return created(treeView(call, changeTree(git.objects, base, changes), false));
  },

  "git/get-tree": (call) => {
    const { git } = nonEmptyRepositoryOf(call);
    const name = call.params.tree_sha ?? "";
    const id = git.ref(`refs/heads/${name}`) ?? name;
    const tree = git.commit(id)?.tree ?? id;
    if (git.objects.read(tree)?.type !== "tree") throw notFound();
    return ok(treeView(call, tree, call.query.recursive !== undefined));
  },

  "git/create-commit": (call) => {
    const { repository, git } = nonEmptyRepositoryOf(call);
    const input = call.body as NewCommit;
    supportOnly(input, ["message", "tree", "parents", "author", "committer"]);
    if (git.objects.read(input.tree)?.type !== "tree") throw new GitHubError(422, "Tree SHA does not exist");
    const parents = input.parents ?? [];
    if (!parents.every((parent) => git.commit(parent)))
      throw new GitHubError(422, "Parent SHA does not exist or is not a commit object");
    const sha = git.writeCommit({
      ...signatures(call, input),
      tree: input.tree,
      parents,
      message: input.message,
    });
    return created(gitCommitView(call.world, repository, git, sha));
  },

  "git/get-commit": (call) => {
    const { repository, git } = nonEmptyRepositoryOf(call);
    const sha = call.params.commit_sha ?? "";
    if (!git.commit(sha)) throw notFound();
    return ok(gitCommitView(call.world, repository, git, sha));
  },
};

/** The default author is the caller at the current time; the default committer is the author. */
function signatures({ world, account }: Call, input: NewCommit): { author: Signature; committer: Signature } {
  const me = { name: account.login, email: `${account.login}@users.noreply.github.com`, date: world.now() };
  const author = whole({ ...me, ...input.author });
  return { author, committer: whole({ ...author, ...input.committer }) };
}

const whole = (signature: Signature): Signature => ({
  ...signature,
  date: isoSeconds(new Date(signature.date)),
});

function treeView(call: Call, sha: string, recursive: boolean) {
  const { repository, git } = nonEmptyRepositoryOf(call);
  const url = `${repositoryUrl(call.world, repository)}/git`;
  const tree = listTree(git.objects, sha, recursive).map(({ mode, name, id }) =>
    mode === FOLDER
      ? { path: name, mode, type: "tree", sha: id, url: `${url}/trees/${id}` }
      : {
          path: name,
          mode,
          type: "blob",
          sha: id,
          size: git.objects.read(id)?.data.length ?? 0,
          url: `${url}/blobs/${id}`,
        },
  );
  return { sha, url: `${url}/trees/${sha}`, tree, truncated: false };
}
