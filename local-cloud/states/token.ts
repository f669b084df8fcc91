import { randomUUID } from "node:crypto";

/**
 * Creates a task token. It contains its execution and attempt, so that it is valid after a restart; the nonce
 * makes it unguessable.
 */
export const makeToken = (executionArn: string, key: string): string =>
  Buffer.from(JSON.stringify([executionArn, key, randomUUID()])).toString("base64url");

export function readToken(token: string): { executionArn: string; key: string } | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, "base64url").toString());
    if (!Array.isArray(parts) || parts.length !== 3) return undefined;
    const [executionArn, key, nonce] = parts;
    const strings = [executionArn, key, nonce].every((part) => typeof part === "string");
    return strings ? { executionArn, key } : undefined;
  } catch {
    return undefined;
  }
}
