import { z } from "zod";
import type { WithSigner } from "#core/evidence/signer.ts";
import type { WithVault } from "#core/evidence/vault.ts";
import type { WithBuilders } from "#core/factory/build/builders.ts";
import type { WithNotices } from "#core/factory/plan/notices.ts";
import type { WithPolicy } from "#core/factory/policy/policy.ts";
import type { Access } from "#core/identity/authorise.ts";
import type { Caller, HumanCaller } from "#core/identity/caller.ts";
import type { RequestLimitName } from "#core/identity/limits.ts";
import type { WithPasswords } from "#core/identity/passwords.ts";
import type { WithSecrets } from "#core/identity/secrets.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import type { ErrorCode } from "#core/kernel/errors.ts";
import type { WithIds } from "#core/kernel/ids.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";
import type { WithConverser } from "#core/model/converser.ts";
import type { WithModels } from "#core/model/model-ids.ts";
import type { WithDescription } from "#core/web/description.ts";
import type { WithProbes } from "#core/web/probes.ts";
import type { ReplyName } from "#core/web/replies/replies.ts";
import type { WithWorkflows } from "#core/workflows/workflows.ts";
import type { APIGatewayProxyEvent } from "#lambdas/runtime/api-gateway.ts";

/** What the API works with: no right to deploy, publish or sign, and nothing that runs a build. */
export type ApiServices = WithClock &
  WithIds &
  WithStore &
  WithLedger &
  WithArtifacts &
  WithVault &
  WithSigner &
  WithSecrets &
  WithPasswords &
  WithWorkflows &
  WithBuilders &
  WithConverser &
  WithModels &
  WithNotices &
  WithPolicy &
  WithDescription &
  WithProbes;

/** What a route's handler gets: parsed input, and the caller, as authorised. */
export interface RouteContext<P, Q, B, C extends Caller = Caller> {
  readonly services: ApiServices;
  /** The same for another caller, whom the request has proved to be. */
  readonly servicesFor: (caller: Caller) => ApiServices;
  readonly caller: C;
  readonly path: P;
  readonly query: Q;
  readonly body: B;
  readonly event: APIGatewayProxyEvent;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookie?: string;
}

/** Groups of operations, as the description lists them. */
export type Tag =
  | "Session"
  | "Keys"
  | "Consultations"
  | "Gates"
  | "Workflows"
  | "Missions"
  | "Evidence"
  | "Service";

/** A reply as it is described: the reasons for it, and what comes with it. */
export interface ReplyRow {
  readonly status: number;
  readonly description: string;
  /** The name of its body's schema; left out where it has no body. */
  readonly schema?: ReplyName;
  /** The body's media type; `application/json` when left out. */
  readonly type?: string;
  /** Headers beside those that every reply of its status has. */
  readonly headers?: readonly string[];
}

/** One row of the route table: the API, its validation, its documentation and its rights in one place. */
export interface Route extends Access {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly id: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly description: string;
  /** Whether a public operation looks at the session of who has one. */
  readonly session: boolean;
  /** What a request costs, when it is limited: which buckets it takes a token from. */
  readonly limit?: RequestLimitName | undefined;
  /** Whether a request with this query costs that; all do when left out. */
  readonly isLimited?: ((query: Readonly<Record<string, unknown>>) => boolean) | undefined;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodObject | null;
  readonly reply: ReplyRow;
  /** Replies that are no refusal and have another status. */
  readonly others: readonly ReplyRow[];
  /** What it refuses with, beside what follows from its other columns. */
  readonly refuses: readonly ErrorCode[];
  /** Whether an Idempotency-Key keeps the reply. Off where the reply is a fresh secret. */
  readonly keyed: boolean;
  readonly handle: (
    context: RouteContext<Record<string, string>, Record<string, unknown>, Record<string, unknown>>,
  ) => Promise<Reply>;
}

/** Who can call a row: any client where it is public, machines where it names their scope, else people alone. */
type CallerOf<R extends Access["right"], S extends Access["scope"]> = R extends "public"
  ? Caller
  : S extends string
    ? Caller
    : HumanCaller;

type Infer<S> = S extends z.ZodType ? z.infer<S> : Record<string, never>;

/** Writes a row with its handler typed by its schemas. */
export function route<
  P extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Q extends z.ZodObject = z.ZodObject<Record<never, never>>,
  B extends z.ZodObject | undefined = undefined,
  const R extends Access["right"] = Access["right"],
  const S extends Access["scope"] = undefined,
>(
  row: Pick<Route, "method" | "path" | "id" | "tag" | "summary" | "description" | "reply"> & {
    right: R;
    scope?: S;
    sessionOnly?: boolean;
    session?: boolean;
    limit?: RequestLimitName;
    isLimited?: Route["isLimited"];
    keyed?: boolean;
    others?: readonly ReplyRow[];
    refuses?: readonly ErrorCode[];
    params?: P;
    query?: Q;
    body?: B;
    handle: (context: RouteContext<Infer<P>, Infer<Q>, Infer<B>, CallerOf<R, S>>) => Promise<Reply>;
  },
): Route {
  const empty = z.strictObject({});
  return {
    ...row,
    session: row.session ?? row.right !== "public",
    others: row.others ?? [],
    refuses: row.refuses ?? [],
    keyed: row.keyed ?? row.method === "POST",
    params: row.params ?? empty,
    query: row.query ?? empty,
    body: row.body ?? null,
    handle: row.handle as unknown as Route["handle"],
  };
}
