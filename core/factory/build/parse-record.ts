/** What a builder wrote as JSON; undefined when it is none: it ran untrusted code next door, so that is no error of ours. */
export function parseRecord(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
