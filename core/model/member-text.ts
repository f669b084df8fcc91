/**
 * The text of a member of a JSON object that is still arriving, as far as it is complete; empty before it begins. The
 * object may have text before it.
 */
export function memberText(json: string, name: string): string {
  const raw = new RegExp(`[{,]\\s*"${name}"\\s*:\\s*"((?:[^"\\\\]|\\\\u[0-9a-fA-F]{4}|\\\\[^u])*)`).exec(
    json,
  )?.[1];
  if (raw === undefined) return "";
  try {
    // Half of a pair of surrogates waits for the other half.
    return (JSON.parse(`"${raw}"`) as string).replace(/[\ud800-\udbff]$/, "");
  } catch {
    return "";
  }
}
