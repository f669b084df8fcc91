import { GantryError } from "#core/kernel/errors.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import type { GitHubClient } from "./client.ts";
import { answered } from "./errors.ts";
import type { PublishInput } from "./publication.ts";

interface PullRequest {
  readonly number: number;
  readonly html_url: string;
  readonly title: string;
  readonly body: string | null;
  readonly state: string;
}

/**
 * The branch's pull request: an open one, otherwise one of this directive that a person has closed, otherwise a new
 * one. Updates title and body of an open one.
 */
export async function openPullRequest(client: GitHubClient, input: PublishInput): Promise<PullRequest> {
  const found = await findPullRequest(client, input);
  if (!found) return createPullRequest(client, input);
  const body = markedBody(input);
  if (found.state !== "open" || (found.title === input.title && found.body === body)) return found;
  const { data } = await client.rest.pulls.update({
    ...place(input),
    pull_number: found.number,
    title: input.title,
    body,
  });
  return data;
}

async function createPullRequest(client: GitHubClient, input: PublishInput): Promise<PullRequest> {
  try {
    const { data } = await client.rest.pulls.create({
      ...place(input),
      head: input.branch,
      base: input.repository.default_branch,
      title: input.title,
      body: markedBody(input),
    });
    return data;
  } catch (error) {
    if (answered(error, 422, /pull request already exists/i)) {
      const found = await findPullRequest(client, input);
      if (found) return found;
    }
    if (answered(error, 422, /head invalid|head_sha/i))
      throw new GantryError("GitHubUnavailable", "GitHub does not see the new branch yet.", {
        detail: { retry_after_seconds: 2 },
      });
    throw error;
  }
}

async function findPullRequest(client: GitHubClient, input: PublishInput): Promise<PullRequest | undefined> {
  const pages = client.paginate.iterator(client.rest.pulls.list, {
    ...place(input),
    head: `${input.repository.owner}:${input.branch}`,
    base: input.repository.default_branch,
    state: "all",
    per_page: 100,
  });
  const marker = markerOf(input);
  let own: PullRequest | undefined;
  for await (const { data } of pages) {
    const open = data.find((pull) => pull.state === "open");
    if (open) return open;
    own ??= data.find((pull) => pull.body?.includes(marker));
  }
  return own;
}

/** An HTML comment in the body that identifies the directive that opened the pull request. */
const markerOf = ({ idempotency_key }: PublishInput) => `<!-- gantry:${sha256Hex(idempotency_key)} -->`;

const markedBody = (input: PublishInput) => `${input.body}\n\n${markerOf(input)}`;

const place = ({ repository }: PublishInput) => ({ owner: repository.owner, repo: repository.name });
