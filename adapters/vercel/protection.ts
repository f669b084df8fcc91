/**
 * Headers that let a smoke test past Vercel's deployment protection, which guards previews by default
 * (https://vercel.com/docs/deployment-protection). `secret` is the project's "Protection Bypass for Automation".
 */
export function bypassHeaders(secret: string | undefined): Record<string, string> {
  return secret === undefined ? {} : { "x-vercel-protection-bypass": secret };
}
