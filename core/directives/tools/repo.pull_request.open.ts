import { z } from "zod";
import type { Repositories } from "#core/directives/repositories.ts";
import type { EffectTool } from "#core/directives/tool.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { gitIdSchema } from "#core/kernel/git-id.ts";
import { gitTreeId, type TreeFile } from "#core/kernel/tree.ts";

const input = z.strictObject({
  project: z.string().min(1).max(100),
  description: z.string().max(500),
  branch: z.string().regex(/^gantry\/[0-9a-z][0-9a-z_.-]*$/, "must be a branch named gantry/…"),
  tree: gitIdSchema("tree"),
  /** The commit on which a new branch starts; the end of the default branch without it. */
  parent: gitIdSchema("commit").exactOptional(),
  message: z.string().min(1).max(10_000),
  author_date: z.iso.datetime(),
  title: z.string().min(1).max(500),
  body: z.string().max(65_000),
});

interface Services {
  readonly repositories: Repositories;
  /** The files of the source tree with this git id. */
  readonly source: (tree: string) => Promise<readonly TreeFile[]>;
}

type Opened = { url: string; number: number; branch: string; commit: string; tree: string };

/** Opens a pull request with a source tree. Writes to a separate branch, never to the default branch. */
export const openPullRequestTool: EffectTool<z.infer<typeof input>, Opened, Services> = {
  name: "repo.pull_request.open",
  input,
  kind: "effect",
  risk: "medium",
  idempotency: "key",
  async execute({ repositories, source }, { key, args }) {
    const { project, description, tree, ...request } = args;
    const files = await source(tree);
    if (gitTreeId(files) !== tree)
      throw new GantryError("EnvironmentFailure", "The source differs from the audited tree.");
    const repository = await repositories.ensureRepository({ name: project, description, private: true });
    const opened = await repositories.publish({ ...request, repository, files, idempotency_key: key });
    return {
      url: opened.pr_url,
      number: opened.pr_number,
      branch: opened.branch,
      commit: opened.commit_sha,
      tree: opened.tree_sha,
    };
  },
};
