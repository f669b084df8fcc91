import { createHash } from "node:crypto";
import { AssumeRoleCommand, type STSClient } from "@aws-sdk/client-sts";
import type { Clock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";

/** Role chaining limits sessions to one hour, and a function's credentials are already those of a role. */
const SESSION_SECONDS = 3600;
/** The SDK requests new credentials five minutes before the old ones expire; by then these must be renewed. */
const RENEW_MS = 10 * 60_000;
const MAX_SESSION_NAME = 64;

/** Credentials for the SDK's clients. */
export interface SessionCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
}

export interface TenantSessionOptions {
  readonly client: STSClient;
  /** ARN of the role of tenants. */
  readonly role: string;
  readonly clock: Pick<Clock, "now">;
}

/**
 * Credentials of one tenant: a session of the tenant role with the tag `tenant`. Requested on first use, cached and
 * renewed in time; concurrent callers share one request. Failures are not cached.
 */
export function tenantCredentials(
  { client, role, clock }: TenantSessionOptions,
  tenant: string,
): () => Promise<SessionCredentials> {
  let cached: { readonly credentials: SessionCredentials; readonly renewAt: number } | undefined;
  let pending: Promise<SessionCredentials> | undefined;
  return async () => {
    if (cached && clock.now() < cached.renewAt) return cached.credentials;
    pending ??= assume().finally(() => {
      pending = undefined;
    });
    return pending;
  };

  async function assume(): Promise<SessionCredentials> {
    const { Credentials } = await client.send(
      new AssumeRoleCommand({
        RoleArn: role,
        RoleSessionName: sessionName(tenant),
        DurationSeconds: SESSION_SECONDS,
        Tags: [{ Key: "tenant", Value: tenant }],
      }),
    );
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = Credentials ?? {};
    if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration)
      throw new GantryError("Internal", "STS returned no credentials.");
    const credentials = {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
      expiration: Expiration,
    };
    cached = { credentials, renewAt: Expiration.getTime() - RENEW_MS };
    return credentials;
  }
}

/** Session name for CloudTrail: the tenant's id, or its digest if the id is too long. Unique per tenant. */
function sessionName(tenant: string): string {
  const plain = `t.${tenant}`;
  if (plain.length <= MAX_SESSION_NAME) return plain;
  const digest = createHash("sha256").update(tenant).digest("hex");
  return `h.${digest}`.slice(0, MAX_SESSION_NAME);
}
