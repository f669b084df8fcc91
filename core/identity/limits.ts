/** Size of a token bucket: how many requests may come at once, and how many tokens a minute come back. */
export interface BucketSize {
  readonly burst: number;
  readonly per_minute: number;
}

/** What a request of one kind may take from: a bucket of the user's own, and one of all users of the address. */
export interface RequestLimit {
  readonly user: BucketSize;
  readonly address: BucketSize;
}

/** Requests that cost money or much work, by what they cost. People do not reach these numbers, programs do. */
export const REQUEST_LIMITS = {
  /** A call of a model. */
  model: { user: { burst: 60, per_minute: 30 }, address: { burst: 240, per_minute: 120 } },
  /** A mission: models, a builder, a deployment. */
  build: { user: { burst: 30, per_minute: 10 }, address: { burst: 120, per_minute: 40 } },
  /** An evidence pack: megabytes from the bucket. */
  evidence: { user: { burst: 60, per_minute: 60 }, address: { burst: 240, per_minute: 240 } },
  /** A credential. */
  key: { user: { burst: 20, per_minute: 10 }, address: { burst: 80, per_minute: 40 } },
  /** A look at every mission of the tenant. */
  search: { user: { burst: 60, per_minute: 60 }, address: { burst: 240, per_minute: 240 } },
} as const satisfies Readonly<Record<string, RequestLimit>>;
export type RequestLimitName = keyof typeof REQUEST_LIMITS;

/**
 * Tries to log in. The address is what the request says of itself: the edge writes it over, but a client that calls the
 * API's own endpoint may claim a new one each time. So addresses only keep strangers apart from each other, and the
 * limit that cannot be evaded counts the user alone, whom a guess has to name.
 */
export const LOGIN_LIMITS = {
  address: { burst: 30, per_minute: 30 },
  user_at_address: { burst: 20, per_minute: 20 },
  /** So wide that strangers do not lock the user out from a few addresses; no 12 characters are found at this pace. */
  user: { burst: 600, per_minute: 300 },
} as const satisfies Readonly<Record<string, BucketSize>>;
