import { ServiceError } from "#local-cloud/http.ts";
import type { Database } from "./database.ts";

/** How long a ClientRequestToken makes a transaction idempotent (AWS docs: "Idempotency"). */
const KEPT_MS = 10 * 60 * 1000;

/**
 * Whether a request with this token was committed in the last ten minutes; if not, stores the token. Throws
 * for a token that was used for another request. Only inside the transaction's `write`.
 */
export function isRepeated(database: Database, token: string, hash: string): boolean {
  const known = database.get("SELECT hash, at FROM tokens WHERE token = ?", token);
  if (known && database.now() - (known.at as number) < KEPT_MS) {
    if (known.hash === hash) return true;
    throw new ServiceError(
      "IdempotentParameterMismatchException",
      "The token was used with other parameters within the last 10 minutes",
    );
  }
  database.run(
    "INSERT OR REPLACE INTO tokens (token, hash, at) VALUES (?, ?, ?)",
    token,
    hash,
    database.now(),
  );
  return false;
}

export function forgetOldTokens(database: Database): void {
  const horizon = database.now() - KEPT_MS;
  if (database.get("SELECT 1 FROM tokens WHERE at < ? LIMIT 1", horizon))
    database.run("DELETE FROM tokens WHERE at < ?", horizon);
}
