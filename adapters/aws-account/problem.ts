import { type ErrorCode, GantryError } from "#core/kernel/errors.ts";

/** A failed request to AWS, with a fix. */
export interface AwsProblem {
  readonly code: ErrorCode;
  readonly sentence: string;
  readonly fix: string;
}

type Row = readonly [names: RegExp, problem: (said: string, action: string) => AwsProblem];

/**
 * Problems by name or code of the error; the first matching row applies. AWS's message is never passed on, because a
 * message about a refused value can quote it.
 */
const ROWS: readonly Row[] = [
  [
    /^(ExpiredToken(Exception)?|TokenRefreshRequired)$/,
    () => ({
      code: "Unauthenticated",
      sentence: "The AWS credentials have expired.",
      fix: "Log in again, for instance with: aws sso login",
    }),
  ],
  [
    /^(CredentialsProviderError|MissingAuthenticationToken(Exception)?)$/,
    (said) => ({
      code: "Unauthenticated",
      sentence: /expired|refresh/i.test(said)
        ? "The AWS session has expired."
        : "There are no AWS credentials.",
      fix: "Log in with aws configure or aws sso login, or set AWS_PROFILE.",
    }),
  ],
  [
    /^(UnrecognizedClientException|InvalidClientTokenId|InvalidSignatureException|SignatureDoesNotMatch|AuthFailure|IncompleteSignature)$/,
    () => ({
      code: "Unauthenticated",
      sentence: "AWS does not accept these credentials.",
      fix: "Check AWS_PROFILE, or log in again with aws configure or aws sso login.",
    }),
  ],
  [
    /^(AccessDenied(Exception)?|UnauthorizedOperation|NotAuthorized)$/,
    (said, action) => {
      const denied = /not authorized to perform: ([a-zA-Z0-9-]+:[a-zA-Z0-9]+)/.exec(said)?.[1] ?? action;
      return {
        code: "Forbidden",
        sentence: `These credentials do not allow ${denied}.`,
        fix: `Use a role with this permission, or add ${denied} to this one.`,
      };
    },
  ],
  [
    /^(Throttling(Exception)?|ThrottledException|TooManyRequestsException|RequestLimitExceeded|TooManyUpdates)$/,
    (_, action) => ({
      code: "TooManyRequests",
      sentence: `Too many requests to AWS for ${action}.`,
      fix: "Wait a minute, then try again.",
    }),
  ],
  [
    /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|TimeoutError|RequestTimeout)$/,
    (_, action) => ({
      code: "EnvironmentFailure",
      sentence: `AWS does not respond (${action}).`,
      fix: "Check the network and the name of the region.",
    }),
  ],
];

/** The problem of an error. `action` is the IAM action of the request. */
export function problemOf(error: unknown, action: string): AwsProblem {
  const { name = "", code, message = "" } = error as { name?: string; code?: string; message?: string };
  if (/region is missing/i.test(message)) return NO_REGION;
  const row = ROWS.find(([names]) => names.test(name) || (code !== undefined && names.test(code)));
  return (
    row?.[1](message, action) ?? {
      code: "EnvironmentFailure",
      sentence: `AWS refused ${action} with ${/^[A-Za-z0-9.:_-]{1,80}$/.test(name) ? name : "an error"}.`,
      fix: "Look the error up in the service's API reference.",
    }
  );
}

const NO_REGION: AwsProblem = {
  code: "InvalidInput",
  sentence: "No AWS region is set.",
  fix: "Use --region, or set AWS_REGION.",
};

/** The problem as a GantryError without a cause, because the cause contains the request. */
export function refusal(error: unknown, action: string): GantryError {
  const { code, sentence, fix } = problemOf(error, action);
  return new GantryError(code, `${sentence} ${fix}`);
}

/** The result of a query: a value or a problem. */
export type Answer<T> = { readonly value: T } | { readonly problem: AwsProblem };

/** Runs a query and returns its error as a problem, so that one failed query does not stop the others. */
export async function attempt<T>(action: string, ask: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { value: await ask() };
  } catch (error) {
    return { problem: problemOf(error, action) };
  }
}
