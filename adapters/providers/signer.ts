import { KMSClient } from "@aws-sdk/client-kms";
import { z } from "zod";
import { createSigner } from "#adapters/kms/signer.ts";
import { provider } from "#adapters/provider.ts";

export const signer = provider({
  name: "signer",
  env: { SIGNING_KEY_ID: z.string().min(1) },
  create: ({ SIGNING_KEY_ID }) => createSigner({ client: new KMSClient({}), key: SIGNING_KEY_ID }),
});
