import type { ErrorCode } from "#core/kernel/errors.ts";

/** Returns the remedy for an error code, or undefined if there is none. */
export function remedyFor(code: ErrorCode | undefined, program: string): string | undefined {
  switch (code) {
    case "NoSandbox":
    case "EnvironmentFailure":
      return `Run: ${program} doctor`;
    case "ModelUnavailable":
      return "Check GANTRY_BEDROCK and the model server.";
    case "ModelRefused":
      return "Try again, or with another model (GANTRY_MODEL).";
    case "GitHubRefused":
      return "Check the rights of GANTRY_GITHUB_TOKEN.";
    case "VercelRefused":
      return "Check the rights of GANTRY_VERCEL_TOKEN.";
    case "GitHubUnavailable":
    case "VercelUnavailable":
      return "Try again later.";
    case "PolicyDenied":
      return "policy.yaml defines what is allowed.";
    default:
      return undefined;
  }
}
