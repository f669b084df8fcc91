import {
  type CloudHandler,
  type CloudRequest,
  readBody,
  ServiceError,
  type SignedHandler,
} from "#local-cloud/http.ts";
import type { Identify, Principal } from "#local-cloud/sts/identities.ts";
import { bearerPrincipal } from "./api-key.ts";
import { encodePath, type Signable } from "./canonical.ts";
import { claimOfHeader, type Query } from "./claim.ts";
import { sha256Hex } from "./digest.ts";
import { MISMATCH, SignatureFault } from "./fault.ts";
import type { Protocol } from "./protocols.ts";
import { identified, verified } from "./verify.ts";

export interface GateOptions {
  readonly identify: Identify;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface Guarded {
  /** Name in the credential scope. */
  readonly service: string;
  readonly protocol: Protocol;
  /** Called after the signature, including the body, was verified. */
  readonly handle: SignedHandler;
  /** Whether Bedrock API keys are accepted besides signatures. */
  readonly apiKeys?: boolean;
  /** Whether sessions of roles are accepted; services to which no role has rights refuse them here. */
  readonly sessions?: boolean;
}

export type Gate = (guarded: Guarded) => CloudHandler;

/**
 * Protects a service: only requests whose Signature Version 4 covers the request and its body reach it. The
 * body is read only for a known key, and, if the request states the body's digest, only after the signature
 * was verified. S3 does this itself, because its bodies are streams.
 */
export function createGate({ identify, now = Date.now }: GateOptions): Gate {
  return ({ service, protocol, handle, apiKeys = false, sessions = false }) =>
    async (req, res) => {
      let principal: Principal;
      try {
        principal =
          apiKeys && isBearer(req)
            ? bearerPrincipal(req, identify, now())
            : await signer(req, service, protocol.limit);
        if (principal.session && !sessions) throw noRoleMay(service);
      } catch (error) {
        if (error instanceof SignatureFault) return protocol.refuse(res, error);
        if (error instanceof ServiceError) return protocol.write(res, error);
        throw error;
      }
      return handle(req, res, principal);
    };

  async function signer(req: CloudRequest, service: string, limit: number): Promise<Principal> {
    const request = signable(req);
    const claim = claimOfHeader(req.headers);
    const principal = identified({ request, claim, service, identify, now: now() });
    const stated = claim.payload;
    if (stated !== undefined) verified({ request, claim }, principal, stated);
    const digest = sha256Hex(await readBody(req, limit));
    if (stated === undefined) verified({ request, claim }, principal, digest);
    else if (digest !== stated) throw new SignatureFault("mismatch", MISMATCH);
    return principal;
  }
}

const isBearer = ({ headers }: CloudRequest) => /^bearer /i.test(headers.authorization ?? "");

function signable(req: CloudRequest): Signable {
  const { method = "GET", url = "/", headers } = req;
  const [path = "/", ...query] = url.split("?");
  return { method, canonicalPath: encodePath(path), query: parseQuery(query.join("?")), headers };
}

function parseQuery(text: string): Query {
  const decode = (part: string) => decodeURIComponent(part.replaceAll("+", " "));
  try {
    return text
      .split("&")
      .filter((pair) => pair !== "")
      .map((pair) => {
        const [name = "", ...value] = pair.split("=");
        return [decode(name), decode(value.join("="))] as const;
      });
  } catch {
    throw new SignatureFault("malformed", "The query string is not valid percent-encoding");
  }
}

function noRoleMay(service: string): ServiceError {
  const message = `The session of a role is not authorized to perform any action of ${service}`;
  return new ServiceError("AccessDeniedException", message, 403);
}
