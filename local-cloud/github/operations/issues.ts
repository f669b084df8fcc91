import type { Comment, Pull } from "#local-cloud/github/state.ts";
import { commentView, labelView } from "#local-cloud/github/views/pull.ts";
import {
  type Call,
  created,
  type Operations,
  ok,
  page,
  repositoryOf,
  supportOnly,
} from "#local-cloud/github/world.ts";
import { pullOf } from "./pulls.ts";

/** Comments and labels of pull requests, which GitHub serves as issues. */
export const issueOperations: Operations = {
  "issues/create-comment": (call) => {
    const { repository } = repositoryOf(call);
    const pull = pullOf(call);
    const comment = call.world.state.add<Comment>({
      kind: "comment",
      pull: pull.id,
      author: call.account.login,
      body: (call.body as { body: string }).body,
      created_at: call.world.now(),
    });
    return created(commentView(call.world, repository, pull, comment));
  },

  "issues/list-comments": (call) => {
    supportOnly(call.query, ["per_page", "page"]);
    const { repository } = repositoryOf(call);
    const pull = pullOf(call);
    const { items, headers } = page(call, issuePath(call, "comments"), call.world.state.comments(pull.id));
    return { ...ok(items.map((comment) => commentView(call.world, repository, pull, comment))), headers };
  },

  "issues/add-labels": (call) => {
    const { repository } = repositoryOf(call);
    const pull = pullOf(call);
    const { labels = [] } = (call.body ?? {}) as { labels?: (string | { name: string })[] };
    const names = labels.map((label) => {
      if (typeof label === "string") return label;
      supportOnly(label, ["name"]);
      return label.name;
    });
    const changed: Pull = { ...pull, labels: [...new Set([...pull.labels, ...names])] };
    call.world.state.replace(changed);
    return ok(changed.labels.map((name) => labelView(call.world, repository, name)));
  },

  "issues/list-labels-on-issue": (call) => {
    const { repository } = repositoryOf(call);
    const { items, headers } = page(call, issuePath(call, "labels"), pullOf(call).labels);
    return { ...ok(items.map((name) => labelView(call.world, repository, name))), headers };
  },
};

const issuePath = ({ params }: Call, list: string) =>
  `/repos/${params.owner}/${params.repo}/issues/${params.issue_number}/${list}`;
