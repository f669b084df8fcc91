import { KMSClient } from "@aws-sdk/client-kms";
import { z } from "zod";
import { createSigner } from "#adapters/kms.ts";
import { part } from "#adapters/part.ts";

export const signer = part({
  name: "signer",
  env: { SIGNING_KEY_ID: z.string().min(1) },
  make: ({ SIGNING_KEY_ID }) => createSigner({ client: new KMSClient({}), key: SIGNING_KEY_ID }),
});
