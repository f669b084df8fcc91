import { type KeyObject, verify } from "node:crypto";
import { GitHubError } from "#local-cloud/github/errors.ts";
import { isoSeconds } from "#local-cloud/github/git-formats.ts";
import { type Access, type Operations, supportOnly } from "#local-cloud/github/world.ts";
import { hmac, sameText } from "#local-cloud/sigv4/digest.ts";

const HOUR = 3600;

export const appOperations: Operations = {
  "apps/create-installation-access-token": (call) => {
    const app = verifyJwt(call.authorization, call.world.access);
    const { permissions = { contents: "write", pull_requests: "write", administration: "write" } } =
      (call.body ?? {}) as { permissions?: Record<string, string> };
    supportOnly(call.body ?? {}, ["permissions"]);
    const expires = Math.floor(Date.now() / 1000) + HOUR;
    return {
      status: 201,
      body: {
        token: mintToken(call.world.access, app, expires),
        expires_at: isoSeconds(new Date(expires * 1000)),
        permissions,
        repository_selection: "all",
      },
    };
  },
};

/** Tokens have more than 40 characters, like GitHub's newer ones. */
function mintToken({ secret }: Access, app: string, exp: number): string {
  const claims = Buffer.from(JSON.stringify({ app, exp })).toString("base64url");
  return `ghs_${claims}.${hmac(secret, claims).toString("base64url")}`;
}

/** Whether a token that starts with `ghs_` was issued by this service and is still valid. */
export function isLiveInstallationToken({ secret }: Access, token: string): boolean {
  const [claims = "", signature = ""] = token.slice("ghs_".length).split(".");
  if (!sameText(hmac(secret, claims).toString("base64url"), signature)) return false;
  const { exp } = JSON.parse(Buffer.from(claims, "base64url").toString()) as { exp: number };
  return exp * 1000 > Date.now();
}

/** Checks format, times, issuer and signature of a JWT and returns the app's id. Throws GitHub's errors. */
export function verifyJwt(authorization: string, { appKey }: Access): string {
  const jwt = authorization.replace(/^bearer\s+/i, "");
  const [header, claims] = decodeJwt(jwt);
  if (header?.alg !== "RS256" || !claims?.iss || !isSignedBy(appKey, jwt)) throw undecodable();
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

function isSignedBy(key: KeyObject | undefined, jwt: string): boolean {
  const [header, claims, signature = ""] = jwt.split(".");
  const text = Buffer.from(`${header}.${claims}`);
  return key !== undefined && verify("RSA-SHA256", text, key, Buffer.from(signature, "base64url"));
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
