import { createPrivateKey } from "node:crypto";
import { createAppAuth } from "@octokit/auth-app";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { Octokit } from "@octokit/rest";
import { GantryError } from "#core/kernel/errors.ts";
import { pacer } from "./pacer.ts";

export type GitHubAuth =
  | { readonly token: string }
  | { readonly appId: string; readonly privateKey: string; readonly installationId: number };

export interface ClientConfig {
  /** Base URL without a trailing slash, such as `https://api.github.com`. */
  readonly apiUrl: string;
  readonly auth: GitHubAuth;
  readonly fetch?: typeof fetch;
  /**
   * Milliseconds between writes, between writes that notify people, and before the first retry. GitHub asks for one
   * second between writes; the defaults are Octokit's.
   */
  readonly pace?: { readonly write: number; readonly notify: number; readonly retry: number };
}

export type GitHubClient = Octokit;

/** GitHub's documented pace; see "Best practices for using the REST API". */
const PACE = { write: 1000, notify: 3000, retry: 1000 };
const REQUEST_TIMEOUT_MS = 20_000;
/** Longer waits are left to the state machine, because a waiting function costs money. */
const LONGEST_WAIT_S = 5;
/** With the default pace: after 1 and 4 seconds. */
const RETRIES = 2;
/** Statuses that are not retried. GitHub returns 409 for an empty repository; the throttling plugin handles 429. */
const FINAL = [400, 401, 403, 404, 409, 410, 422, 429, 451];

/** Disables Octokit's logging: the adapter throws its errors, and the caller logs those. */
const QUIET = { debug() {}, info() {}, warn() {}, error() {} };

const GitHub = Octokit.plugin(retry, throttling);

/** An Octokit that retries temporary failures, limits its rate and never waits longer than 5 s at a time. */
export function createClient({
  apiUrl,
  auth,
  pace = PACE,
  fetch = globalThis.fetch,
}: ClientConfig): GitHubClient {
  const waitBriefly = (seconds: number, _options: unknown, _octokit: unknown, retries: number) =>
    seconds <= LONGEST_WAIT_S && retries === 0;
  return new GitHub({
    baseUrl: apiUrl,
    userAgent: "gantry",
    log: QUIET,
    ...authentication(auth),
    request: { fetch: withTimeout(fetch) },
    retry: { doNotRetry: FINAL, retries: RETRIES, retryAfterBaseValue: pace.retry },
    throttle: {
      onRateLimit: waitBriefly,
      onSecondaryRateLimit: waitBriefly,
      // The plugin uses only the part of a Bottleneck group that a pacer implements.
      write: pacer(pace.write) as never,
      notifications: pacer(pace.notify) as never,
    },
  });
}

function authentication(auth: GitHubAuth) {
  if ("token" in auth) return { auth: auth.token };
  return { authStrategy: createAppAuth, auth: { ...auth, privateKey: pkcs8(auth.privateKey) } };
}

/** Converts a key to PKCS#8, which the signer requires; GitHub issues PKCS#1 keys. */
function pkcs8(privateKey: string): string {
  try {
    return createPrivateKey(privateKey).export({ type: "pkcs8", format: "pem" }).toString();
  } catch {
    throw new GantryError("GitHubRefused", "The GitHub App's private key is not a PEM encoded RSA key.");
  }
}

function withTimeout(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) });
}
