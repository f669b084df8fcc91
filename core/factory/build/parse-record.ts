/**
 * Parses JSON from a builder. Undefined for anything else, which is no internal error: the builder ran untrusted code.
 */
export function parseRecord(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
