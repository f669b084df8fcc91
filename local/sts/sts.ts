import { join } from "node:path";
import { type CloudHandler, type CloudRequest, type CloudService, ServiceError, send } from "#local/http.ts";
import { leaf } from "#local/s3/xml.ts";
import { assumeRole } from "./assume-role.ts";
import { type Identify, type KeyPair, openIdentities, type Principal, signerOf } from "./identities.ts";
import { queryHandler } from "./query-protocol.ts";
import { type Role, TENANT_ROLE } from "./roles.ts";

export interface StsOptions {
  /** Data directory: the key that session tokens are sealed with, readable by its owner only. */
  readonly dir: string;
  /** Signs what the cloud's owner asks, which is everything the product's functions do in their own name. */
  readonly credentials: KeyPair;
  readonly roles?: readonly Role[];
  readonly account?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface Sts extends CloudService {
  /** For the other services: whose request it is, and what it may do. */
  readonly identify: Identify;
}

/** The Security Token Service (API version 2011-06-15): sessions of roles, with tags. */
export function createSts(options: StsOptions): Sts {
  const { dir, credentials, roles = [TENANT_ROLE], account = "000000000000", now = Date.now } = options;
  const owner = { ...credentials, arn: `arn:aws:sts::${account}:assumed-role/gantry-local/functions` };
  const identities = openIdentities({ keyFile: join(dir, "key.json"), owner, roles, now });
  const context = { identities, roles, account, now };
  const callerOf = (req: CloudRequest) => known(identities.identify, req);
  return {
    identify: identities.identify,
    handle: queryHandler({
      version: "2011-06-15",
      namespace: "https://sts.amazonaws.com/doc/2011-06-15/",
      operations: new Map([
        ["AssumeRole", (members, req) => assumeRole(context, callerOf(req), members)],
        ["GetCallerIdentity", (_, req) => callerIdentity(callerOf(req), account)],
      ]),
    }),
    close: async () => {},
  };
}

/** Keeps sessions of roles from a service that no role has a right to. */
export function exceptSessions(identify: Identify, handle: CloudHandler): CloudHandler {
  return async (req, res) => {
    const signer = signerOf(req);
    const principal = signer && identify(signer.accessKeyId, signer.token);
    if (!signer?.token || (typeof principal === "object" && !principal.session)) return handle(req, res);
    const message = "The session of a role is not authorized to perform this action";
    send(res, 400, JSON.stringify({ __type: "AccessDeniedException", message }), {
      "content-type": "application/x-amz-json-1.1",
      "x-amzn-errortype": "AccessDeniedException",
    });
  };
}

function known(identify: Identify, req: CloudRequest): Principal {
  const signer = signerOf(req);
  if (!signer)
    throw new ServiceError("MissingAuthenticationToken", "Request is missing Authentication Token", 403);
  const principal = identify(signer.accessKeyId, signer.token);
  if (principal === "expired")
    throw new ServiceError("ExpiredToken", "The security token included in the request is expired", 403);
  if (principal === "unknown")
    throw new ServiceError(
      "InvalidClientTokenId",
      "The security token included in the request is invalid",
      403,
    );
  return principal;
}

function callerIdentity({ arn, accessKeyId }: Principal, account: string): string {
  return (
    leaf("Arn", arn) + leaf("UserId", `${accessKeyId}:${arn.split("/").at(-1)}`) + leaf("Account", account)
  );
}
