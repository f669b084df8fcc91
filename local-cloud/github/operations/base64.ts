/** Base64 in lines of 60 characters, as in GitHub's file contents. */
export const base64 = (bytes: Buffer): string => bytes.toString("base64").replace(/.{1,60}/g, "$&\n");

/** Returns the bytes, or undefined for text that is not base64. Line breaks are allowed. */
export function fromBase64(text: string): Buffer | undefined {
  const compact = text.replace(/\s+/g, "");
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/.test(compact)
    ? Buffer.from(compact, "base64")
    : undefined;
}
