/** How long a connection may keep the server waiting, in milliseconds. How long a response takes has no limit here. */
export interface Timeouts {
  /** From the connection, or the end of the request before, to the end of a request's headers. */
  readonly headersMs: number;
  /** From a request's start to the end of its body. */
  readonly requestMs: number;
  /** Without any request. Longer than any client's idle pool, so that none writes to a connection that closes. */
  readonly idleMs: number;
  /** How often the first two are looked at. */
  readonly checkMs: number;
}

export const DEFAULT_TIMEOUTS: Timeouts = {
  headersMs: 20_000,
  requestMs: 300_000,
  idleMs: 75_000,
  checkMs: 5000,
};
