/** Size of a token bucket: its capacity, and how many tokens are added per minute. */
export interface BucketSize {
  readonly burst: number;
  readonly per_minute: number;
}

/** Limits of one kind of request: a bucket per user, and one shared by all users of an address. */
export interface RequestLimit {
  readonly user: BucketSize;
  readonly address: BucketSize;
}

/** Limits of requests that cost money or much work. People do not normally reach them; programs can. */
export const REQUEST_LIMITS = {
  /** A call of a model. */
  model: { user: { burst: 60, per_minute: 30 }, address: { burst: 240, per_minute: 120 } },
  /** A mission: models, a builder, a deployment. */
  build: { user: { burst: 30, per_minute: 10 }, address: { burst: 120, per_minute: 40 } },
  /** An evidence pack: megabytes from the bucket. */
  evidence: { user: { burst: 60, per_minute: 60 }, address: { burst: 240, per_minute: 240 } },
  /** A credential. */
  key: { user: { burst: 20, per_minute: 10 }, address: { burst: 80, per_minute: 40 } },
  /** A search through all missions of the tenant. */
  search: { user: { burst: 60, per_minute: 60 }, address: { burst: 240, per_minute: 240 } },
} as const satisfies Readonly<Record<string, RequestLimit>>;
export type RequestLimitName = keyof typeof REQUEST_LIMITS;

/** Limits of signed requests, beside those of the person: a phone is slower than a program that has its key. */
export const SIRI_LIMITS = {
  key: { burst: 20, per_minute: 10 },
  /** Self-tests need no matching signature, so they have their own limits and leave those of requests untouched. */
  self_test_key: { burst: 10, per_minute: 5 },
  self_test_address: { burst: 30, per_minute: 15 },
} as const satisfies Readonly<Record<string, BucketSize>>;

/** Limits of requests by the link of a shared mission. Those of a link hold whatever addresses they come from. */
export const SHARE_LIMITS = {
  address: { burst: 120, per_minute: 120 },
  share: { burst: 300, per_minute: 300 },
  "share-evidence": { burst: 30, per_minute: 30 },
} as const satisfies Readonly<Record<string, BucketSize>>;

/**
 * Limits of login attempts. The address comes from a header: CloudFront overwrites it, but a client that calls the
 * API's own endpoint can claim a new one each time. So the address limits only separate clients from each other. The
 * limit that cannot be evaded counts per user name, which every attempt has to state.
 */
export const LOGIN_LIMITS = {
  address: { burst: 30, per_minute: 30 },
  user_at_address: { burst: 20, per_minute: 20 },
  /** High enough that attackers at a few addresses cannot lock the user out, and too low to guess 12 characters. */
  user: { burst: 600, per_minute: 300 },
} as const satisfies Readonly<Record<string, BucketSize>>;
