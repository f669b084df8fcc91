/** Time limits for clients, in milliseconds. Responses have no time limit. */
export interface Timeouts {
  /** From the connection, or the end of the previous request, to the end of a request's headers. */
  readonly headersMs: number;
  /** From a request's start to the end of its body. */
  readonly requestMs: number;
  /**
   * Without a request. Longer than the idle timeout of clients' pools, so that no client writes to a closing
   * connection.
   */
  readonly idleMs: number;
  /** Interval at which the first two are checked. */
  readonly checkMs: number;
}

export const DEFAULT_TIMEOUTS: Timeouts = {
  headersMs: 20_000,
  requestMs: 300_000,
  idleMs: 75_000,
  checkMs: 5000,
};
