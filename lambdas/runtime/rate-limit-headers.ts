import type { RateLimit } from "#core/identity/rate-limit.ts";

/**
 * The headers of draft-ietf-httpapi-ratelimit-headers-10: `RateLimit-Policy` with the quota `q` and its window `w` in
 * seconds, `RateLimit` with the remaining quota `r` and the seconds `t` until it is restored.
 */
export function rateLimitHeaders(limits: readonly RateLimit[]): Record<string, string> {
  if (limits.length === 0) return {};
  return {
    "ratelimit-policy": limits
      .map(({ policy, quota, window_seconds }) => `"${policy}";q=${quota};w=${window_seconds}`)
      .join(", "),
    ratelimit: limits
      .map(({ policy, remaining, reset_seconds }) => `"${policy}";r=${remaining};t=${reset_seconds}`)
      .join(", "),
  };
}
