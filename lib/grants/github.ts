import type { Grant } from "#lib/constructs/gantry-function.ts";
import { readsParameters } from "#lib/grants/parameters.ts";
import type { Resources } from "#lib/resources.ts";

/** Reads and publishes repositories with the credential of the App, or the token. */
export const reachesGitHub = ({ config }: Pick<Resources, "config">): Grant[] => [
  readsParameters(config, "github-app", "github-token"),
  (fn) => fn.env("GITHUB_OWNER", config.githubOwner),
];
