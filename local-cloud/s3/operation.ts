import type { CloudRequest } from "#local-cloud/http.ts";
import type { Body } from "./body.ts";
import type { Outbox } from "./outbox.ts";
import type { S3Reply, S3Request } from "./request.ts";
import type { Store } from "./store.ts";

/** What any change of the stored state works with. */
export interface Context {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly now: number;
  readonly account: string;
  readonly requestId: string;
}

/** What an operation works with. */
export interface Call extends Context {
  readonly request: S3Request;
  /** The region that the request was signed for. */
  readonly region: string;
  /** Opens the body; an operation without a body never asks. */
  body(): Body;
}

/**
 * One operation of the protocol. It is chosen by method, level and `marks`; a parameter or header that
 * could change its meaning and is not named here is refused, so nothing is ever silently disregarded.
 */
export interface Operation {
  readonly name: string;
  readonly method: CloudRequest["method"];
  readonly on: "service" | "bucket" | "object";
  /** Query parameters that select this operation. */
  readonly marks?: readonly string[];
  /** Selected by x-amz-copy-source. */
  readonly copies?: boolean;
  readonly query?: readonly string[];
  /** x-amz-*, if-* and range headers that it obeys; a trailing * stands for any ending. */
  readonly headers?: readonly string[];
  run(call: Call): S3Reply | Promise<S3Reply>;
}
