import { createHash } from "node:crypto";
import { AssumeRoleCommand, type STSClient } from "@aws-sdk/client-sts";
import type { Clock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";

/** A function's role was assumed itself, and from a role on STS allows sessions of one hour at most. */
const SESSION_SECONDS = 3600;
/** The SDK asks for new credentials five minutes before the old ones end; by then these must be new. */
const RENEW_MS = 10 * 60_000;
const MAX_SESSION_NAME = 64;

/** Credentials as the SDK's clients take them. */
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
 * Credentials of one tenant: the role of tenants in a session tagged `tenant`. They are taken when first asked for,
 * kept, and taken anew in time; those who ask at once share one call. A failure is not kept.
 */
export function tenantCredentials(
  { client, role, clock }: TenantSessionOptions,
  tenant: string,
): () => Promise<SessionCredentials> {
  let held: { readonly credentials: SessionCredentials; readonly renewAt: number } | undefined;
  let coming: Promise<SessionCredentials> | undefined;
  return async () => {
    if (held && clock.now() < held.renewAt) return held.credentials;
    coming ??= assume().finally(() => {
      coming = undefined;
    });
    return coming;
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
    held = { credentials, renewAt: Expiration.getTime() - RENEW_MS };
    return credentials;
  }
}

/** What CloudTrail shows: the tenant's id, or its digest where STS has no room for it. No two tenants share one. */
function sessionName(tenant: string): string {
  const plain = `t.${tenant}`;
  if (plain.length <= MAX_SESSION_NAME) return plain;
  const digest = createHash("sha256").update(tenant).digest("hex");
  return `h.${digest}`.slice(0, MAX_SESSION_NAME);
}
