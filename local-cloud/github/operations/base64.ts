/** Base64 in lines of 60 characters, as in GitHub's file contents. */
export const base64 = (bytes: Buffer): string => bytes.toString("base64").replace(/.{1,60}/g, "$&\n");

/** Returns the bytes, or undefined for text that is not base64. Line breaks are allowed, and padding may be absent. */
export function fromBase64(text: string): Buffer | undefined {
  const compact = text.replace(/\s+/g, "");
  const digits = compact.replace(/={1,2}$/, "");
  // Searches for an invalid character, because matching megabytes of valid ones exhausts the stack.
  const isValid = !/[^A-Za-z0-9+/]/.test(digits) && digits.length % 4 !== 1;
  const isPadded = digits.length === compact.length || compact.length % 4 === 0;
  return isValid && isPadded ? Buffer.from(compact, "base64") : undefined;
}
