import { S3Client } from "@aws-sdk/client-s3";
import { z } from "zod";
import { provider } from "#adapters/provider.ts";
import { clock } from "#adapters/providers/clock.ts";
import { createPresigner } from "#adapters/s3/presigner.ts";
import { createVault } from "#adapters/s3/vault.ts";

export const vault = provider({
  name: "vault",
  env: {
    EVIDENCE_BUCKET: z.string().min(1),
    EVIDENCE_LOCK_MODE: z.enum(["GOVERNANCE", "COMPLIANCE"]).default("GOVERNANCE"),
    EVIDENCE_RETENTION_DAYS: z.coerce.number().int().min(1).default(1),
  },
  uses: [clock],
  create: (config, services, { clients }) =>
    createVault({
      client: new S3Client(clients),
      presigner: createPresigner(clients),
      clock: services.clock,
      bucket: config.EVIDENCE_BUCKET,
      mode: config.EVIDENCE_LOCK_MODE,
      retention_days: config.EVIDENCE_RETENTION_DAYS,
    }),
});
