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
  /** `https://api.github.com`, or another server's, without a trailing slash. */
  readonly apiUrl: string;
  readonly auth: GitHubAuth;
  readonly fetch?: typeof fetch;
  /**
   * Milliseconds between writes, between writes that notify people, and before the first retry. GitHub asks
   * for a second between writes; the defaults are Octokit's own.
   */
  readonly pace?: { readonly write: number; readonly notify: number; readonly retry: number };
}

export type GitHubClient = Octokit;

/** GitHub's documented pace; see "Best practices for using the REST API". */
const PACE = { write: 1000, notify: 3000, retry: 1000 };
const REQUEST_TIMEOUT_MS = 20_000;
/** Longer waits belong to the state machine, not inside a function that is paid by the millisecond. */
const LONGEST_WAIT_S = 5;
/** With the default pace: after 1 and 4 seconds. */
const RETRIES = 2;
/** 409 is how GitHub says that a repository is empty; 429 is the throttling's business. */
const FINAL = [400, 401, 403, 404, 409, 410, 422, 429, 451];

/** The adapter's errors say what failed, and the caller logs those; Octokit's own lines would repeat them unstructured. */
const QUIET = { debug() {}, info() {}, warn() {}, error() {} };

const GitHub = Octokit.plugin(retry, throttling);

/** An Octokit that retries what may pass by itself, keeps GitHub's pace and never sleeps more than 5 s at once. */
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
      // The plugin needs no more of a Bottleneck group than a pacer has.
      write: pacer(pace.write) as never,
      notifications: pacer(pace.notify) as never,
    },
  });
}

function authentication(auth: GitHubAuth) {
  if ("token" in auth) return { auth: auth.token };
  return { authStrategy: createAppAuth, auth: { ...auth, privateKey: pkcs8(auth.privateKey) } };
}

/** GitHub hands out PKCS#1 keys; the signer wants PKCS#8. */
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
