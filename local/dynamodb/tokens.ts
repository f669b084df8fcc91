import type { Operation } from "dynalite/db/index.js";
import { ServiceError } from "#local/http.ts";
import { all, type Database } from "./database.ts";
import { below, layout } from "./layout.ts";

/** How long a ClientRequestToken makes a transaction idempotent (AWS docs: "Idempotency"). */
const KEPT_MS = 10 * 60 * 1000;

interface Token {
  readonly token: string;
  readonly hash: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The transactions of the last ten minutes, by ClientRequestToken. */
export interface Tokens {
  /**
   * "done": the same request has been committed already. Refuses with IdempotentParameterMismatchException or,
   * while the first one is still at work, TransactionInProgressException. After "new", call `end` in any case.
   */
  begin(token: string, hash: string): "new" | "done";
  /** What to commit together with the transaction. */
  entry(token: string, hash: string): { operation: Operation; committed: () => void };
  end(token: string): void;
  forgetOld(): Promise<void>;
}

export async function openTokens(database: Database): Promise<Tokens> {
  const known = new Map<string, Token>();
  const working = new Set<string>();
  for (const entry of (await all(database.values(below(layout.tokens)))) as Token[])
    known.set(entry.token, entry);
  const isFresh = ({ at }: Token) => database.now() - at < KEPT_MS;

  return {
    begin(token, hash) {
      if (working.has(token))
        throw new ServiceError(
          "TransactionInProgressException",
          "A transaction with this token is in progress",
        );
      const earlier = known.get(token);
      if (!earlier || !isFresh(earlier)) {
        working.add(token);
        return "new";
      }
      if (earlier.hash !== hash)
        throw new ServiceError(
          "IdempotentParameterMismatchException",
          "The token was used with other parameters within the last 10 minutes",
        );
      return "done";
    },
    entry(token, hash) {
      const value = { token, hash, at: database.now() };
      return {
        operation: { type: "put", key: layout.token(value.at, token), value },
        committed: () => {
          known.delete(token);
          known.set(token, value);
        },
      };
    },
    end: (token) => void working.delete(token),
    async forgetOld() {
      for (const entry of known.values()) {
        if (isFresh(entry)) break;
        known.delete(entry.token);
      }
      await database.clear({
        gte: layout.tokens,
        lt: layout.token(Math.max(0, database.now() - KEPT_MS), ""),
      });
    },
  };
}
