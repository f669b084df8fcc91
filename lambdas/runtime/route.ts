import { z } from "zod";
import type { WithSigner } from "#core/evidence/signer.ts";
import type { WithVault } from "#core/evidence/vault.ts";
import type { WithBuilders } from "#core/factory/build/builders.ts";
import type { Progress } from "#core/factory/conversation/progress.ts";
import type { WithDocumentation } from "#core/factory/documentation/passage.ts";
import type { WithLibrary } from "#core/factory/generate/library.ts";
import type { WithNotices } from "#core/factory/plan/notices.ts";
import type { WithPolicy } from "#core/factory/policy/policy.ts";
import type { Access } from "#core/identity/authorise.ts";
import type { Caller, HumanCaller } from "#core/identity/caller.ts";
import type { RequestLimitName } from "#core/identity/limits.ts";
import type { WithPasswords } from "#core/identity/passwords.ts";
import type { WithSecretKeeper, WithSecrets } from "#core/identity/secrets.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import type { ErrorCode } from "#core/kernel/errors.ts";
import type { WithIds } from "#core/kernel/ids.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import type { WithBudget } from "#core/model/budget.ts";
import type { WithConverser } from "#core/model/converser.ts";
import type { WithModels } from "#core/model/model-ids.ts";
import type { WithAccess } from "#core/operations/access.ts";
import type { WithDescription } from "#core/web/description.ts";
import type { WithProbes } from "#core/web/probes.ts";
import type { ReplyName } from "#core/web/replies/replies.ts";
import type { WithWorkflows } from "#core/workflows/workflows.ts";
import type { APIGatewayProxyEvent } from "#lambdas/runtime/api-gateway.ts";

/** The services of the API. It has no rights to deploy or publish. */
export type ApiServices = WithClock &
  WithIds &
  WithStore &
  WithLedger &
  WithArtifacts &
  WithVault &
  WithSigner &
  WithSecrets &
  WithSecretKeeper &
  WithPasswords &
  WithWorkflows &
  WithBuilders &
  WithConverser &
  WithBudget &
  WithModels &
  WithNotices &
  WithPolicy &
  WithDescription &
  WithLibrary &
  WithDocumentation &
  WithProbes &
  WithAccess;

/** The input of a route's handler: parsed input and the authorised caller. */
export interface RouteContext<P, Q, B, C extends Caller = Caller, H = unknown> {
  readonly services: ApiServices;
  /** Returns the services on the data of another tenant, for a request that has proved its access otherwise. */
  readonly servicesFor: (caller: Pick<Caller, "tenant">) => ApiServices;
  readonly caller: C;
  readonly path: P;
  readonly query: Q;
  readonly body: B;
  /** Headers that the route declares, by their names there. */
  readonly headers: H;
  readonly event: APIGatewayProxyEvent;
  /** Receives what is known of the reply before it is complete; only routes with `streams` have somebody who listens. */
  readonly progress: Progress;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookie?: string;
}

/** Groups of operations in the OpenAPI description. */
export type Tag =
  | "Session"
  | "Keys"
  | "Consultations"
  | "Conversations"
  | "Siri"
  | "Gates"
  | "Workflows"
  | "Missions"
  | "Projects"
  | "Sharing"
  | "Evidence"
  | "Service";

/** The description of a reply. */
export interface ReplyRow {
  readonly status: number;
  readonly description: string;
  /** Name of the body's schema; absent for a reply without a body. */
  readonly schema?: ReplyName;
  /** The body's media type; default `application/json`. */
  readonly type?: string;
  /** Headers in addition to those of every reply with its status. */
  readonly headers?: readonly string[];
}

/** A row of the route table: path, validation, documentation and access of one operation. */
export interface Route extends Access {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly id: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly description: string;
  /** Whether the operation reads the session; optional for public operations. */
  readonly session: boolean;
  /** The rate limit of requests, if any. */
  readonly limit?: RequestLimitName | undefined;
  /** Whether `limit` applies to a request with this query; absent: to all requests. */
  readonly isLimited?: ((query: Readonly<Record<string, unknown>>) => boolean) | undefined;
  /** The rate limit of a request with this body, if it differs from `limit`. */
  readonly limitFor?: ((body: Readonly<Record<string, unknown>>) => RequestLimitName | undefined) | undefined;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodObject | null;
  /** The largest body in bytes, if it is smaller than that of API Gateway. */
  readonly maxBytes?: number | undefined;
  /** Headers that the operation itself reads; null for none. */
  readonly headers: z.ZodObject | null;
  /** Whether the reply can also be read as server-sent events while it arises. */
  readonly streams: boolean;
  /** Whether the request is authenticated by its signature, which the handler checks. */
  readonly signed: boolean;
  readonly reply: ReplyRow;
  /** Other successful replies, with other statuses. */
  readonly others: readonly ReplyRow[];
  /** Error codes in addition to those that follow from its other properties. */
  readonly refuses: readonly ErrorCode[];
  /** Whether the reply is stored under an Idempotency-Key. False for replies with new secrets. */
  readonly keyed: boolean;
  readonly handle: (
    context: RouteContext<
      Record<string, string>,
      Record<string, unknown>,
      Record<string, unknown>,
      Caller,
      Record<string, string>
    >,
  ) => Promise<Reply>;
}

/** The caller type of a route: any caller if it is public or has a scope, otherwise only people. */
type CallerOf<R extends Access["right"], S extends Access["scope"]> = R extends "public"
  ? Caller
  : S extends string
    ? Caller
    : HumanCaller;

type Infer<S> = S extends z.ZodType ? z.infer<S> : Record<string, never>;

/** Creates a route whose handler is typed by its schemas. */
export function route<
  P extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Q extends z.ZodObject = z.ZodObject<Record<never, never>>,
  B extends z.ZodObject | undefined = undefined,
  const R extends Access["right"] = Access["right"],
  const S extends Access["scope"] = undefined,
  H extends z.ZodObject | undefined = undefined,
>(
  row: Pick<Route, "method" | "path" | "id" | "tag" | "summary" | "description" | "reply"> & {
    right: R;
    scope?: S;
    sessionOnly?: boolean;
    session?: boolean;
    limit?: RequestLimitName;
    isLimited?: Route["isLimited"];
    limitFor?: Route["limitFor"];
    keyed?: boolean;
    others?: readonly ReplyRow[];
    refuses?: readonly ErrorCode[];
    params?: P;
    query?: Q;
    body?: B;
    maxBytes?: number;
    headers?: H;
    streams?: boolean;
    signed?: boolean;
    handle: (context: RouteContext<Infer<P>, Infer<Q>, Infer<B>, CallerOf<R, S>, Infer<H>>) => Promise<Reply>;
  },
): Route {
  const empty = z.strictObject({});
  return {
    ...row,
    session: row.session ?? row.right !== "public",
    others: row.others ?? [],
    refuses: row.refuses ?? [],
    keyed: row.keyed ?? row.method !== "GET",
    params: row.params ?? empty,
    query: row.query ?? empty,
    body: row.body ?? null,
    headers: row.headers ?? null,
    streams: row.streams ?? false,
    signed: row.signed ?? false,
    handle: row.handle as unknown as Route["handle"],
  };
}
