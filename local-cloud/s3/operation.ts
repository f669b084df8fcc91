import type { CloudRequest } from "#local-cloud/http.ts";
import type { Body } from "./body.ts";
import type { Outbox } from "./outbox.ts";
import type { S3Reply, S3Request } from "./request.ts";
import type { Store } from "./store.ts";

/** The context of changes of the stored state. */
export interface Context {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly now: number;
  readonly account: string;
  readonly requestId: string;
}

/** The context of an operation. */
export interface Call extends Context {
  readonly request: S3Request;
  /** The region that the request was signed for. */
  readonly region: string;
  /** Opens the body; operations without a body do not call it. */
  body(): Body;
}

/**
 * One operation of the protocol. It is selected by method, level and `marks`. Parameters and headers that
 * could change its meaning are refused unless they are listed here, so none is silently ignored.
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
  /** The supported x-amz-*, if-* and range headers; a trailing * matches any suffix. */
  readonly headers?: readonly string[];
  run(call: Call): S3Reply | Promise<S3Reply>;
}
