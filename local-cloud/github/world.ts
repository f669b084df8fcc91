import type { KeyObject } from "node:crypto";
import { emptyRepository, notFound, Violation } from "./errors.ts";
import type { GitRepository } from "./git-repository.ts";
import type { Repository, State } from "./state.ts";

/** The valid credentials. */
export interface Access {
  /** The only valid tokens of the first account. */
  readonly tokens: readonly string[];
  /** Verifies the JWTs of a GitHub App; without it there is no App. */
  readonly appKey: KeyObject | undefined;
  /** Signs the tokens that are issued to an App. */
  readonly secret: string;
}

export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: "User" | "Organization" | "Bot";
}

/** The context of every operation. */
export interface World {
  /** Base addresses without a trailing slash: of the REST API, and of the pages. */
  readonly api: string;
  readonly html: string;
  readonly accounts: readonly Account[];
  readonly access: Access;
  readonly state: State;
  readonly git: (repository: Repository) => GitRepository;
  readonly now: () => string;
}

/** One request, checked against the description. Operations cast its body to their type. */
export interface Call {
  readonly world: World;
  readonly params: Record<string, string>;
  readonly query: Record<string, string>;
  readonly body: unknown;
  readonly account: Account;
  readonly authorization: string;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
}

export type Operations = Record<string, (call: Call) => Answer | Promise<Answer>>;

export const ok = (body: unknown): Answer => ({ status: 200, body });

export const created = (body: { url?: string }): Answer => ({
  status: 201,
  body,
  ...(body.url === undefined ? {} : { headers: { location: body.url } }),
});

/** Throws for members that GitHub supports and the local cloud does not. */
export function supportOnly(given: object, names: readonly string[]): void {
  const other = Object.keys(given).find((name) => !names.includes(name));
  if (other !== undefined) throw new Violation(`${other} is not supported here`);
}

/** Returns the repository of the path, with its git repository. Throws 404 if there is none. */
export function repositoryOf({ world, params }: Call): { repository: Repository; git: GitRepository } {
  const repository = world.state.repository(params.owner ?? "", params.repo ?? "");
  if (!repository) throw notFound();
  return { repository, git: world.git(repository) };
}

/** The same for GitHub's git data operations, which refuse an empty repository. */
export function nonEmptyRepositoryOf(call: Call): { repository: Repository; git: GitRepository } {
  const found = repositoryOf(call);
  if (found.git.refs("refs/heads").length === 0) throw emptyRepository();
  return found;
}

/** One page of a list (`per_page` up to 100, default 30), with the `Link` header for the other pages. */
export function page<T>({ world, query }: Call, path: string, items: readonly T[]) {
  const size = Math.min(Math.max(Number(query.per_page ?? 30), 1), 100);
  const current = Math.max(Number(query.page ?? 1), 1);
  const last = Math.max(Math.ceil(items.length / size), 1);
  const link = (number: number, rel: string) =>
    `<${world.api}${path}?${new URLSearchParams({ ...query, per_page: String(size), page: String(number) })}>; rel="${rel}"`;
  const links = current < last ? [link(current + 1, "next"), link(last, "last")] : [];
  return {
    items: items.slice((current - 1) * size, current * size),
    headers: links.length > 0 ? { link: links.join(", ") } : {},
  };
}

export const nodeId = (kind: string, id: string | number): string =>
  Buffer.from(`${kind}:${id}`).toString("base64url");
