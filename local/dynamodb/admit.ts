import { type CloudRequest, ServiceError } from "#local/http.ts";
import { type Identify, refusalOf, signerOf } from "#local/sts/identities.ts";
import { accessesOf } from "./accesses.ts";
import type { Database } from "./store/database.ts";

/** Lets a request pass that its signer has every right to; refuses as DynamoDB does before it looks at anything. */
export function admission(database: Database, identify: Identify) {
  return (req: CloudRequest, target: string, input: Record<string, unknown>): void => {
    const signer = signerOf(req);
    if (!signer)
      throw new ServiceError(
        "MissingAuthenticationTokenException",
        "Request is missing Authentication Token",
      );
    const principal = identify(signer.accessKeyId, signer.token);
    if (principal === "expired")
      throw new ServiceError(
        "ExpiredTokenException",
        "The security token included in the request is expired",
      );
    if (principal === "unknown")
      throw new ServiceError(
        "UnrecognizedClientException",
        "The security token included in the request is invalid.",
      );
    if (!principal.session) return;
    const operation = target.split(".")[1] ?? "";
    const denied = accessesOf(database, operation, input).find((access) => !principal.may(access));
    if (denied) throw new ServiceError("AccessDeniedException", refusalOf(principal, denied));
  };
}
