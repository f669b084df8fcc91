import { sameText } from "#local-cloud/sigv4/digest.ts";
import type { Match } from "./contract.ts";
import { GitHubError } from "./errors.ts";
import { isLiveInstallationToken, verifyJwt } from "./operations/apps.ts";
import type { Account, World } from "./world.ts";

/** Returns the caller. Throws GitHub's error for an unauthenticated request. */
export type Authenticate = (authorization: string, match: Pick<Match, "id" | "forApps">) => Account;

/**
 * A valid token belongs to the first account. A token that starts with `ghs_` must have been issued to a
 * GitHub App by this service, and allows only what Apps may do.
 */
export function authenticator({ accounts, access }: World): Authenticate {
  const user = accountOfType(accounts, "User");
  const app = accountOfType(accounts, "Bot");
  return (authorization, match) => {
    // The only operation that a GitHub App calls as itself, with a JSON web token.
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

/** Returns the token of `token x` and `Bearer x`, or the password of Basic authentication. */
function tokenOf(authorization: string): string {
  const [scheme = "", value = ""] = authorization.split(/\s+/, 2);
  if (/^(token|bearer)$/i.test(scheme)) return value;
  if (/^basic$/i.test(scheme))
    return Buffer.from(value, "base64")
      .toString()
      .replace(/^[^:]*:?/, "");
  return "";
}
