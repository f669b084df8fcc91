import { join } from "node:path";
import { writeDurably } from "#local-cloud/durable/write-file.ts";
import { keyPairAt } from "#local-cloud/key-file.ts";
import { hmac } from "#local-cloud/sigv4/digest.ts";
import type { KeyPair } from "#local-cloud/sts/identities.ts";

/** The credentials for the local cloud of one data folder. */
export interface HomeKeys {
  /** Signs requests to AWS services. */
  readonly aws: KeyPair;
  /** The tokens of the local cloud's own GitHub and Vercel. */
  readonly github: string;
  readonly vercel: string;
  /** What the keys of all phones are derived from, in hex. */
  readonly siri: string;
  /** The token of programs that work on the data folder itself, such as backups. */
  readonly local: string;
}

/**
 * Returns the keys of a data folder, which are generated at its first start. The key pair is in
 * `<home>/credentials`, readable by its owner only, in the format of AWS's shared credentials file; the
 * tokens and the secret of the Siri keys are derived from its secret.
 */
export function homeKeys(home: string): HomeKeys {
  const aws = keyPairAt(join(home, "credentials"));
  const secret = (name: string) => hmac(aws.secretAccessKey, `gantry.${name}`);
  const token = (name: string) => secret(`${name}-token`).toString("base64url");
  return {
    aws,
    github: token("github"),
    vercel: token("vercel"),
    siri: secret("siri-key").toString("hex"),
    local: token("local"),
  };
}

/**
 * Writes the token of the local GitHub to `<home>/github-token`, readable by its owner only: the password with which
 * people push to its repositories.
 */
export function writeGitHubToken(home: string, { github }: Pick<HomeKeys, "github">): void {
  writeDurably(join(home, "github-token"), `${github}\n`);
}
