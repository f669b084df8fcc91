import { GitHubError } from "#local/github/errors.ts";
import { isoSeconds } from "#local/github/git-formats.ts";
import { type Call, type Operations, supportOnly } from "#local/github/world.ts";

const HOUR = 3600;

export const appOperations: Operations = {
  "apps/create-installation-access-token": (call) => {
    const app = verifyJwt(call);
    const { permissions = { contents: "write", pull_requests: "write", administration: "write" } } =
      (call.body ?? {}) as { permissions?: Record<string, string> };
    supportOnly(call.body ?? {}, ["permissions"]);
    const expires = Math.floor(Date.now() / 1000) + HOUR;
    return {
      status: 201,
      body: {
        token: mintToken(app, expires),
        expires_at: isoSeconds(new Date(expires * 1000)),
        permissions,
        repository_selection: "all",
      },
    };
  },
};

/** Needs no memory: the token says itself when it ends. Longer than 40 characters, as GitHub's newer ones are. */
const mintToken = (app: string, expires: number) =>
  `ghs_${app}_${Buffer.from(JSON.stringify({ exp: expires })).toString("base64url")}`;

/** Whether a token that starts with `ghs_` is one of ours and still valid. */
export function isLiveInstallationToken(token: string): boolean {
  try {
    const { exp } = JSON.parse(Buffer.from(token.split("_")[2] ?? "", "base64url").toString()) as {
      exp: number;
    };
    return exp * 1000 > Date.now();
  } catch {
    return false;
  }
}

/** Gives the app's id. The signature is not checked, as no key is registered here; form, times and issuer are. */
function verifyJwt({ authorization }: Call): string {
  const [header, claims] = decodeJwt(authorization.replace(/^bearer\s+/i, ""));
  if (header?.alg !== "RS256" || !claims?.iss) throw undecodable();
  const now = Math.floor(Date.now() / 1000);
  const { exp, iat } = claims;
  if (typeof exp !== "number" || exp <= now)
    throw new GitHubError(
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  if (exp > now + 11 * 60)
    throw new GitHubError(401, "'Expiration time' claim ('exp') is too far in the future");
  if (typeof iat !== "number" || iat > now + 60)
    throw new GitHubError(
      401,
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  return String(claims.iss);
}

function decodeJwt(jwt: string): Record<string, unknown>[] {
  const parts = jwt.split(".");
  if (parts.length !== 3 || !parts.every((part) => /^[\w-]+$/.test(part))) throw undecodable();
  try {
    return parts.slice(0, 2).map((part) => JSON.parse(Buffer.from(part, "base64url").toString()));
  } catch {
    throw undecodable();
  }
}

const undecodable = () => new GitHubError(401, "A JSON web token could not be decoded");
