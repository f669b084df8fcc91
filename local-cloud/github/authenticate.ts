import { sameText } from "#local-cloud/sigv4/digest.ts";
import type { Match } from "./contract.ts";
import { GitHubError } from "./errors.ts";
import { isLiveInstallationToken, verifyJwt } from "./operations/apps.ts";
import type { Account, World } from "./world.ts";

/** Who calls. Throws what GitHub answers to a stranger. */
export type Authenticate = (authorization: string, match: Match) => Account;

/**
 * A valid token belongs to the first account. One that starts with `ghs_` must be one that this service gave to a
 * GitHub App, and may do only what Apps may.
 */
export function authenticator({ accounts, access }: World): Authenticate {
  const user = accountOfType(accounts, "User");
  const app = accountOfType(accounts, "Bot");
  return (authorization, match) => {
    // The one operation a GitHub App calls as itself, by a JSON web token.
    if (match.id === "apps/create-installation-access-token") {
      verifyJwt(authorization, access);
      return app;
    }
    const token = tokenOf(authorization);
    if (token === "") throw new GitHubError(401, "Requires authentication");
    if (token.startsWith("ghs_")) {
      if (!isLiveInstallationToken(access, token)) throw new GitHubError(401, "Bad credentials");
      if (!match.forApps) throw new GitHubError(403, "Resource not accessible by integration");
      return app;
    }
    if (!access.tokens.some((valid) => sameText(valid, token))) throw new GitHubError(401, "Bad credentials");
    return user;
  };
}

function accountOfType(accounts: readonly Account[], type: Account["type"]): Account {
  const found = accounts.find((account) => account.type === type);
  if (!found) throw new Error(`there is no account of type ${type}`);
  return found;
}

/** `token x` and `Bearer x`, or the password of Basic authentication. */
function tokenOf(authorization: string): string {
  const [scheme = "", value = ""] = authorization.split(/\s+/, 2);
  if (/^(token|bearer)$/i.test(scheme)) return value;
  if (/^basic$/i.test(scheme))
    return Buffer.from(value, "base64")
      .toString()
      .replace(/^[^:]*:?/, "");
  return "";
}
