import type { Repository } from "#core/directives/repositories.ts";
import type { TreeFile } from "#core/kernel/tree.ts";
import type { GitHubClient } from "./client.ts";
import { type PlannedEntry, planTree } from "./tree-plan.ts";

/** Uploads the files and returns the id of a tree with exactly these files. */
export async function uploadTree(
  client: GitHubClient,
  { owner, name: repo }: Pick<Repository, "owner" | "name">,
  files: readonly TreeFile[],
): Promise<string | undefined> {
  let tree: string | undefined;
  for (const { entries } of planTree(files)) {
    const sent = [];
    for (const entry of entries) sent.push(await treeEntry(client, { owner, repo }, entry));
    const { data } = await client.rest.git.createTree({
      owner,
      repo,
      tree: sent,
      // The first part has no base tree, so that no file of the default branch remains.
      ...(tree === undefined ? {} : { base_tree: tree }),
    });
    tree = data.sha;
  }
  return tree;
}

async function treeEntry(
  client: GitHubClient,
  place: { owner: string; repo: string },
  { path, mode, text, bytes }: PlannedEntry,
) {
  if (text !== undefined) return { path, mode, type: "blob" as const, content: text };
  const { data } = await client.rest.git.createBlob({
    ...place,
    content: Buffer.from(bytes).toString("base64"),
    encoding: "base64",
  });
  return { path, mode, type: "blob" as const, sha: data.sha };
}
