import { join } from "node:path";
import type { SignedService } from "#local-cloud/http.ts";
import { leaf } from "#local-cloud/s3/xml.ts";
import { assumeRole } from "./assume-role.ts";
import { type Identify, type KeyPair, openIdentities, type Principal } from "./identities.ts";
import { queryHandler } from "./query-protocol.ts";
import type { Role } from "./role.ts";

export interface StsOptions {
  /** Data directory: the key that encrypts session tokens, readable by its owner only. */
  readonly dir: string;
  /** The owner's key pair, which functions use for their own requests. */
  readonly credentials: KeyPair;
  /** The roles for which sessions are issued; without any, AssumeRole refuses. */
  readonly roles?: readonly Role[];
  readonly account?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface Sts extends SignedService {
  /** Identifies the principal of a request and its rights, for the other services. */
  readonly identify: Identify;
}

/** The Security Token Service (API version 2011-06-15): sessions of roles, with tags. */
export function createSts(options: StsOptions): Sts {
  const { dir, credentials, roles = [], account = "000000000000", now = Date.now } = options;
  const owner = { ...credentials, arn: `arn:aws:sts::${account}:assumed-role/gantry-local/functions` };
  const identities = openIdentities({ keyFile: join(dir, "key.json"), owner, roles, now });
  const context = { identities, roles, account, now };
  return {
    identify: identities.identify,
    handle: queryHandler({
      version: "2011-06-15",
      operations: new Map([
        ["AssumeRole", (members, signer) => assumeRole(context, signer, members)],
        ["GetCallerIdentity", (_, signer) => callerIdentity(signer, account)],
      ]),
    }),
    close: async () => {},
  };
}

function callerIdentity({ arn, accessKeyId }: Principal, account: string): string {
  return (
    leaf("Arn", arn) + leaf("UserId", `${accessKeyId}:${arn.split("/").at(-1)}`) + leaf("Account", account)
  );
}
