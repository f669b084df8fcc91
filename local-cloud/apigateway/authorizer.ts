import { GatewayError } from "./gateway-response.ts";
import { type Invoke, within } from "./invoke.ts";
import { authorizerResultSchema, evaluate } from "./policy.ts";
import { headerValue } from "./request-parts.ts";

/** A Lambda authorizer of type REQUEST. */
export interface RequestAuthorizer {
  readonly function: string;
  /** `method.request.header.<Name>`, `method.request.querystring.<name>`; `route.request.…` for WebSocket. */
  readonly identitySource: readonly string[];
  /** How long a policy is cached for the same identity, at most 3600; 0 disables the cache. */
  readonly ttlSeconds: number;
}

/** The part of a proxy event that the authorizer receives. */
export interface AuthorizerInput {
  readonly headers: Record<string, string> | null;
  readonly queryStringParameters: Record<string, string> | null;
  readonly methodArn: string;
}

/** `requestContext.authorizer` of the proxy event: all values are strings, including numbers. */
export type AuthorizerContext = Record<string, string>;

type Policy = ReturnType<typeof authorizerResultSchema.parse>;

interface Options {
  readonly invoke: Invoke;
  readonly timeoutMs: number;
  readonly now: () => number;
}

/**
 * Calls the function, or uses its cached result, to authorise a request. Ends the request with UNAUTHORIZED
 * if an identity source is missing, with ACCESS_DENIED if the policy does not allow it.
 */
export function createAuthorizer(
  settings: RequestAuthorizer,
  { invoke, timeoutMs, now }: Options,
): (input: AuthorizerInput) => Promise<AuthorizerContext> {
  checkSettings(settings);
  const kept = new Map<string, { until: number; policy: Policy }>();

  const policyFor = async (input: AuthorizerInput, identity: string): Promise<Policy> => {
    const known = kept.get(identity);
    if (settings.ttlSeconds > 0 && known && known.until > now()) return known.policy;
    const policy = await ask(settings.function, input, invoke, timeoutMs);
    for (const [key, entry] of kept) if (entry.until <= now()) kept.delete(key);
    if (settings.ttlSeconds > 0) kept.set(identity, { until: now() + settings.ttlSeconds * 1000, policy });
    return policy;
  };

  return async (input) => {
    const identity = settings.identitySource.map((source) => sourceValue(source, input));
    if (identity.some((value) => !value)) throw new GatewayError("UNAUTHORIZED", "Unauthorized");
    const { policyDocument, principalId, context = {} } = await policyFor(input, JSON.stringify(identity));
    const effect = evaluate(policyDocument, input.methodArn);
    if (effect !== "allow") {
      const why = effect === "explicit-deny" ? " with an explicit deny" : "";
      throw new GatewayError("ACCESS_DENIED", `User is not authorized to access this resource${why}`);
    }
    return {
      ...Object.fromEntries(Object.entries(context).map(([name, value]) => [name, String(value)])),
      principalId,
    };
  };
}

async function ask(name: string, input: AuthorizerInput, invoke: Invoke, timeoutMs: number): Promise<Policy> {
  let answer: unknown;
  try {
    answer = await within(timeoutMs, invoke(name, { type: "REQUEST", ...input }));
  } catch (error) {
    // The only error message of an authorizer function that API Gateway interprets.
    if (error instanceof Error && error.message === "Unauthorized")
      throw new GatewayError("UNAUTHORIZED", "Unauthorized");
    throw new GatewayError("AUTHORIZER_FAILURE", null);
  }
  const parsed = authorizerResultSchema.safeParse(answer);
  if (!parsed.success) throw new GatewayError("AUTHORIZER_CONFIGURATION_ERROR", null);
  return parsed.data;
}

const SOURCE = /^(?:method|route)\.request\.(header|querystring)\.(.+)$/;

function sourceValue(source: string, input: AuthorizerInput): string | undefined {
  const [, kind, name = ""] = SOURCE.exec(source) ?? [];
  return kind === "header" ? headerValue(input.headers ?? {}, name) : input.queryStringParameters?.[name];
}

function checkSettings({ function: name, identitySource, ttlSeconds }: RequestAuthorizer): void {
  for (const source of identitySource)
    if (!SOURCE.test(source))
      throw new Error(`authorizer ${name}: identity source ${source} is not supported`);
  if (!(ttlSeconds >= 0 && ttlSeconds <= 3600))
    throw new Error(`authorizer ${name}: ttlSeconds must be between 0 and 3600`);
  if (ttlSeconds > 0 && identitySource.length === 0)
    throw new Error(`authorizer ${name}: caching needs at least one identity source`);
}
