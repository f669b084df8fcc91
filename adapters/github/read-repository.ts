import type { BranchHead, RepositoryFile, RepositoryReader } from "#core/factory/change/repository/reader.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { GitHubClient } from "./client.ts";
import { isRequestFailure } from "./errors.ts";

/** A client and whose repositories it reads. */
interface Parts {
  readonly client: GitHubClient;
  readonly owner: string;
}

type Published = Parameters<RepositoryReader["findHead"]>[0];
type GitObject = Parameters<RepositoryReader["readFile"]>[0];

/** Finds where the work on a published branch goes on, as {@link RepositoryReader} says. */
export async function findHead(
  { client, owner }: Parts,
  { name, branch }: Published,
): Promise<BranchHead | null> {
  const place = { owner, repo: name };
  const repository = await found(client.rest.repos.get(place));
  if (!repository) return null;
  const { data: pulls } = await client.rest.pulls.list({
    ...place,
    head: `${owner}:${branch}`,
    state: "all",
  });
  const isMerged = pulls.some(({ merged_at }) => merged_at !== null);
  const current = isMerged ? repository.default_branch : branch;
  const ref = await found(client.rest.git.getRef({ ...place, ref: `heads/${current}` }));
  if (!ref) return null;
  const commit = ref.object.sha;
  const { data } = await client.rest.git.getCommit({ ...place, commit_sha: commit });
  return { branch: current, commit, tree: data.tree.sha };
}

/** All files of a tree. Throws UnsupportedRequest for more than GitHub lists: 100,000 entries or 7 MB. */
export async function listFiles(
  { client, owner }: Parts,
  { name, id }: GitObject,
): Promise<RepositoryFile[]> {
  const { data } = await client.rest.git.getTree({ owner, repo: name, tree_sha: id, recursive: "true" });
  if (data.truncated)
    throw new GantryError(
      "UnsupportedRequest",
      `The repository ${owner}/${name} has more files than GitHub lists at once.`,
    );
  return data.tree
    .filter(({ type }) => type !== "tree")
    .map(({ path = "", mode = "", sha = "", size = 0 }) => ({ path, mode, id: sha, size }));
}

/** The bytes of a blob. */
export async function readFile({ client, owner }: Parts, { name, id }: GitObject): Promise<Uint8Array> {
  const { data } = await client.rest.git.getBlob({ owner, repo: name, file_sha: id });
  return Buffer.from(data.content, "base64");
}

/** The data of a reply; null for 404. */
async function found<T>(reply: Promise<{ readonly data: T }>): Promise<T | null> {
  try {
    return (await reply).data;
  } catch (error) {
    if (isRequestFailure(error) && error.status === 404) return null;
    throw error;
  }
}
