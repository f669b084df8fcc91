import { ServiceError } from "#local-cloud/http.ts";
import { type Principal, refusalOf } from "#local-cloud/sts/identities.ts";
import { accessesOf } from "./accesses.ts";
import type { Database } from "./store/database.ts";

/**
 * Returns a check that accepts a request if its signer has all required rights. Like DynamoDB, it refuses
 * before the request is validated.
 */
export function admission(database: Database) {
  return (signer: Principal, target: string, input: Record<string, unknown>): void => {
    if (!signer.session) return;
    const operation = target.split(".")[1] ?? "";
    const denied = accessesOf(database, operation, input).find((access) => !signer.may(access));
    if (denied) throw new ServiceError("AccessDeniedException", refusalOf(signer, denied));
  };
}
