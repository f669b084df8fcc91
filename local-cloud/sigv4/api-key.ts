import { type CloudRequest, header, ServiceError } from "#local-cloud/http.ts";
import type { Identify, Principal } from "#local-cloud/sts/identities.ts";
import { claimOfQuery } from "./claim.ts";
import { sha256Hex } from "./digest.ts";
import { SignatureFault } from "./fault.ts";
import { identified, verified } from "./verify.ts";

const HOST = "bedrock.amazonaws.com";
const PREFIX = "bedrock-api-key-";

/**
 * Returns the principal of a short-term Bedrock API key in a request's bearer token: `bedrock-api-key-` and,
 * in Base64, a presigned `POST https://bedrock.amazonaws.com/?Action=CallWithBearerToken` without its scheme,
 * and `&Version=1` after the signature. It has the rights of the key that signed it. Throws
 * AccessDeniedException for an invalid API key.
 */
export function bearerPrincipal(req: CloudRequest, identify: Identify, now: number): Principal {
  const [, key = ""] = /^bearer +(\S+)$/i.exec(header(req, "authorization") ?? "") ?? [];
  const url = key.startsWith(PREFIX)
    ? URL.parse(`https://${Buffer.from(key.slice(PREFIX.length), "base64").toString("utf8")}`)
    : null;
  try {
    if (url?.host !== HOST || url.searchParams.get("Action") !== "CallWithBearerToken") throw invalid();
    const query = [...url.searchParams].filter(([name]) => name !== "Version");
    const request = { method: "POST", canonicalPath: "/", query, headers: { host: HOST } };
    const checked = { request, claim: claimOfQuery(query), service: "bedrock", identify, now };
    return verified(checked, identified(checked), sha256Hex("")).principal;
  } catch (error) {
    throw error instanceof SignatureFault ? invalid() : error;
  }
}

function invalid(): ServiceError {
  const message = "Authentication failed: Please make sure your API Key is valid.";
  return new ServiceError("AccessDeniedException", message, 403);
}
