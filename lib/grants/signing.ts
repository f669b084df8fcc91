import type { Key } from "aws-cdk-lib/aws-kms";
import type { Grant } from "#lib/constructs/gantry-function.ts";

/** The key's policy names the functions that may sign: this right alone is not enough. */
export function signs(key: Key): Grant {
  return (fn) => {
    fn.env("SIGNING_KEY_ID", key.keyArn);
    fn.allow({ actions: ["kms:Sign", "kms:GetPublicKey"], resources: [key.keyArn] });
  };
}

export function readsPublicKey(key: Key): Grant {
  return (fn) => {
    fn.env("SIGNING_KEY_ID", key.keyArn);
    fn.allow({ actions: ["kms:GetPublicKey"], resources: [key.keyArn] });
  };
}
