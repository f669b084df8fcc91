import type { Secrets } from "#core/identity/secrets.ts";
import { GantryError } from "#core/kernel/errors.ts";

type GitHubAuth =
  | { readonly appId: string; readonly privateKey: string; readonly installationId: number }
  | { readonly token: string };

/** The GitHub credential: the app of the secret `github-app`, otherwise the token of `github-token`. */
export async function githubAuth(secrets: Secrets): Promise<GitHubAuth> {
  const app = await secrets.get("github-app");
  if (app) return JSON.parse(app) as { appId: string; privateKey: string; installationId: number };
  const token = await secrets.get("github-token");
  if (token) return { token };
  throw new GantryError(
    "GitHubRefused",
    "No GitHub access is set: store the secret github-app or github-token.",
  );
}
