import { GitHubError, notFound, Violation } from "#local-cloud/github/errors.ts";
import { FOLDER, type Signature } from "#local-cloud/github/git-formats.ts";
import { changeTree, findInTree, treeRows } from "#local-cloud/github/git-trees.ts";
import type { Repository } from "#local-cloud/github/state.ts";
import { contentLinks, gitCommitView } from "#local-cloud/github/views/git.ts";
import { type Call, type Operations, ok, repositoryOf, supportOnly } from "#local-cloud/github/world.ts";
import { base64, fromBase64 } from "./base64.ts";
import { checkPath } from "./tree-entries.ts";

interface Put {
  readonly message: string;
  readonly content: string;
  readonly branch?: string;
  readonly author?: Partial<Signature>;
  readonly committer?: Partial<Signature>;
}

export const contentOperations: Operations = {
  "repos/get-content": (call) => {
    const { repository, git } = repositoryOf(call);
    const { params, query } = call;
    const ref = query.ref ?? repository.default_branch;
    const commit = git.commit(git.ref(`refs/heads/${ref}`) ?? ref);
    if (!commit && git.refs("refs/heads").length === 0)
      throw new GitHubError(404, "This repository is empty.");
    if (!commit) throw new GitHubError(404, `No commit found for the ref ${ref}`);
    const row = findInTree(git.objects, commit.tree, params.path ?? "");
    if (!row) throw notFound();
    const path = params.path ?? "";
    if (row.mode !== FOLDER) return ok(fileView(call, repository, { path, ref, id: row.id }, true));
    const rows = treeRows(git.objects, row.id).map((child) =>
      child.mode === FOLDER
        ? {
            ...fileLinks(call, repository, { path: `${path}/${child.name}`, ref, id: child.id }),
            type: "dir",
            size: 0,
            download_url: null,
          }
        : fileView(call, repository, { path: `${path}/${child.name}`, ref, id: child.id }, false),
    );
    return ok(rows);
  },

  // Supported only for the first commit of an empty repository, for which GitHub's git data operations cannot
  // be used.
  "repos/create-or-update-file-contents": (call) => {
    const { repository, git } = repositoryOf(call);
    const { world, params } = call;
    const input = call.body as Put;
    supportOnly(input, ["message", "content", "branch", "author", "committer", "sha"]);
    const branch = input.branch ?? repository.default_branch;
    const path = params.path ?? "";
    const head = git.commit(git.ref(`refs/heads/${repository.default_branch}`) ?? "");
    if (head) {
      if (findInTree(git.objects, head.tree, path) && !("sha" in input))
        throw new GitHubError(422, `Invalid request.\n\n"sha" wasn't supplied.`);
      throw new Violation(
        branch === repository.default_branch
          ? "push to default branch"
          : "contents may only bootstrap a repository",
      );
    }
    if (branch !== repository.default_branch) throw new GitHubError(404, `Branch ${branch} not found`);
    const bytes = fromBase64(input.content);
    if (!bytes) throw new GitHubError(422, "content is not valid Base64");
    const { commit, id } = commitFile(call, repository, { ...input, path, bytes });
    const { verification, ...view } = gitCommitView(world, repository, git, commit);
    const {
      content: _content,
      encoding: _encoding,
      ...file
    } = fileView(call, repository, { path, ref: branch, id }, true);
    return { status: 201, body: { content: file, commit: { ...view, verification } } };
  },
};

interface FirstFile {
  readonly path: string;
  readonly bytes: Buffer;
  readonly message: string;
  readonly author?: Partial<Signature>;
  readonly committer?: Partial<Signature>;
}

/** The first commit of a repository: one file on the default branch. Returns the ids of commit and file. */
export function commitFile({ world, account }: Call, repository: Repository, file: FirstFile) {
  checkPath(file.path);
  const git = world.git(repository);
  const id = git.objects.write("blob", file.bytes);
  const tree = changeTree(git.objects, undefined, [{ path: file.path, mode: "100644", id }]);
  const me = { name: account.login, email: `${account.login}@users.noreply.github.com`, date: world.now() };
  const committer = { ...me, ...file.committer };
  const author = { ...committer, ...file.author };
  const commit = git.writeCommit({ tree, parents: [], author, committer, message: file.message });
  git.setRef(`refs/heads/${repository.default_branch}`, commit);
  return { commit, id };
}

interface Place {
  readonly path: string;
  readonly ref: string;
  readonly id: string;
}

function fileLinks({ world }: Call, repository: Repository, { path, ref, id }: Place) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return { name, path, sha: id, ...contentLinks(world, repository, path, ref, id) };
}

function fileView(call: Call, repository: Repository, place: Place, whole: boolean) {
  const data = call.world.git(repository).objects.read(place.id)?.data ?? Buffer.alloc(0);
  const links = fileLinks(call, repository, place);
  return {
    ...links,
    type: "file",
    size: data.length,
    download_url: links.git_url,
    ...(whole ? { encoding: "base64", content: base64(data) } : {}),
  };
}
