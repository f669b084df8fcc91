import { join } from "node:path";
import { awsJsonHandler, type JsonOperation } from "#local-cloud/aws-json.ts";
import type { SignedService } from "#local-cloud/http.ts";
import { aliasOperations } from "./alias-operations.ts";
import { cipherOperations } from "./cipher-operations.ts";
import { keyOperations } from "./key-operations.ts";
import { openKeyStore } from "./key-store.ts";
import { signOperations } from "./sign-operations.ts";

export interface KmsOptions {
  /** Data directory. Keys are stored unencrypted, readable by their owner only. */
  readonly dir: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly region?: string;
  readonly account?: string;
}

/** KMS (API version 2014-11-01): keys for ECDSA over P-256, Ed25519 and symmetric encryption. */
export function createKms(options: KmsOptions): SignedService {
  const { dir, now = Date.now, region = "us-east-1", account = "000000000000" } = options;
  const store = openKeyStore(join(dir, "keys.json"), `arn:aws:kms:${region}:${account}:`, now);
  const operations: Record<string, JsonOperation> = {
    ...keyOperations(store, account, now),
    ...aliasOperations(store),
    ...signOperations(store),
    ...cipherOperations(store),
  };
  return {
    handle: awsJsonHandler({
      operations: new Map(Object.entries(operations).map(([name, run]) => [`TrentService.${name}`, run])),
      namespace: "com.amazonaws.kms",
      internalError: "KMSInternalException",
    }),
    close: async () => {},
  };
}
