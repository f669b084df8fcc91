import { GantryError } from "#core/kernel/errors.ts";
import { gitTreeId } from "#core/kernel/tree.ts";
import type { GitHubClient } from "./client.ts";
import { answered, isRequestFailure } from "./errors.ts";
import type { Publication, PublishInput } from "./publication.ts";
import { openPullRequest } from "./pull-request.ts";
import { uploadTree } from "./upload-tree.ts";

/** Author of commits. The domain is reserved (RFC 2606), so no account is credited. */
const AUTHOR = { name: "Gantry", email: "gantry@noreply.invalid" };

/**
 * Publishes exactly these files on the branch and opens a pull request. Each step first looks for its earlier effect,
 * and the commit id depends only on the input and the parent, so repetitions lead to one branch, commit and pull
 * request.
 */
export async function publish(client: GitHubClient, input: PublishInput): Promise<Publication> {
  checkInput(input);
  const tree_sha = gitTreeId(input.files);
  const commit_sha = await ensureCommit(client, input, tree_sha);
  const pull = await openPullRequest(client, input);
  return { pr_url: pull.html_url, pr_number: pull.number, branch: input.branch, commit_sha, tree_sha };
}

function checkInput({ branch, repository, files }: PublishInput): void {
  if (files.length === 0)
    throw new GantryError("InvalidInput", "There are no files to publish.", { field: "files" });
  if (!branch.startsWith("gantry/") || branch === repository.default_branch)
    throw new GantryError("InvalidInput", "Gantry writes only to branches named gantry/….", {
      field: "branch",
    });
}

/** Ensures that the branch's head commit has this tree, and returns its id. */
async function ensureCommit(client: GitHubClient, input: PublishInput, tree: string): Promise<string> {
  const head = await findHead(client, input, input.branch);
  if (head && (await treeOf(client, input, head)) === tree) return head;
  const parent = head ?? input.parent ?? (await findHead(client, input, input.repository.default_branch));
  if (!parent) throw new GantryError("GitHubRefused", "The repository's default branch does not exist.");

  const uploaded = await uploadTree(client, input.repository, input.files);
  if (uploaded !== tree)
    throw new GantryError(
      "Internal",
      `GitHub created the tree ${uploaded} from files whose tree is ${tree}.`,
    );
  const commit = await createCommit(client, input, tree, parent);
  if (head) return advanceBranch(client, input, commit);
  return createBranch(client, input, tree, commit);
}

async function createCommit(client: GitHubClient, input: PublishInput, tree: string, parent: string) {
  const who = { ...AUTHOR, date: wholeSeconds(input.author_date) };
  const { data } = await client.rest.git.createCommit({
    ...place(input),
    message: input.message,
    tree,
    parents: [parent],
    author: who,
    committer: who,
  });
  return data.sha;
}

async function createBranch(client: GitHubClient, input: PublishInput, tree: string, commit: string) {
  try {
    await client.rest.git.createRef({
      ...place(input),
      ref: `refs/heads/${input.branch}`,
      sha: commit,
    });
    return commit;
  } catch (error) {
    if (!answered(error, 422, /Reference already exists/i)) throw error;
    // Created by our own request whose response was lost, or by another run of the same directive.
    const head = await findHead(client, input, input.branch);
    if (head === commit || (head && (await treeOf(client, input, head)) === tree)) return head;
    throw otherWriter(input);
  }
}

async function advanceBranch(client: GitHubClient, input: PublishInput, commit: string) {
  try {
    await client.rest.git.updateRef({
      ...place(input),
      ref: `heads/${input.branch}`,
      sha: commit,
      force: false,
    });
    return commit;
  } catch (error) {
    if (answered(error, 422, /not a fast forward/i)) throw otherWriter(input);
    throw error;
  }
}

async function findHead(client: GitHubClient, input: PublishInput, branch: string) {
  try {
    const { data } = await client.rest.git.getRef({
      ...place(input),
      ref: `heads/${branch}`,
    });
    return data.object.sha;
  } catch (error) {
    if (isRequestFailure(error) && error.status === 404) return undefined;
    throw error;
  }
}

async function treeOf(client: GitHubClient, input: PublishInput, commit: string): Promise<string> {
  const { data } = await client.rest.git.getCommit({
    ...place(input),
    commit_sha: commit,
  });
  return data.tree.sha;
}

const otherWriter = ({ branch }: PublishInput) =>
  new GantryError("Conflict", `Another client has written to the branch ${branch}.`);

const place = ({ repository }: PublishInput) => ({ owner: repository.owner, repo: repository.name });

/** git dates have no fractions of a second. */
const wholeSeconds = (date: string): string => `${new Date(date).toISOString().slice(0, 19)}Z`;
