import { join } from "node:path";
import { keyPairAt } from "#local-cloud/key-file.ts";
import { hmac } from "#local-cloud/sigv4/digest.ts";
import type { KeyPair } from "#local-cloud/sts/identities.ts";

/** What opens the local cloud of one home, and no other. */
export interface HomeKeys {
  /** Signs requests to AWS services. */
  readonly aws: KeyPair;
  /** The tokens of the local cloud's own GitHub and Vercel. */
  readonly github: string;
  readonly vercel: string;
  /** The token of the programs that work on the data folder itself. */
  readonly local: string;
}

/**
 * The keys of a home, made at its first start. The key pair lies in `<home>/credentials`, readable by its owner
 * only, in the format of AWS's shared credentials file; the tokens follow from its secret.
 */
export function homeKeys(home: string): HomeKeys {
  const aws = keyPairAt(join(home, "credentials"));
  const token = (name: string) => hmac(aws.secretAccessKey, `gantry.${name}-token`).toString("base64url");
  return { aws, github: token("github"), vercel: token("vercel"), local: token("local") };
}
