import { S3Client, type S3ClientConfig } from "@aws-sdk/client-s3";
import { z } from "zod";
import { part } from "#adapters/part.ts";
import { clock } from "#adapters/parts/clock.ts";
import { createVault } from "#adapters/s3/vault.ts";
import type { Clock } from "#core/ports.ts";

export const VAULT_ENV = {
  EVIDENCE_BUCKET: z.string().min(1),
  EVIDENCE_LOCK_MODE: z.enum(["GOVERNANCE", "COMPLIANCE"]).default("GOVERNANCE"),
  EVIDENCE_RETENTION_DAYS: z.coerce.number().int().min(1).default(1),
};

type VaultConfig = z.infer<z.ZodObject<typeof VAULT_ENV>>;

/** The evidence bucket, with the function's own rights unless others are given. */
export const openVault = (config: VaultConfig, clock: Clock, options: S3ClientConfig = {}) =>
  createVault({
    client: new S3Client(options),
    clock,
    bucket: config.EVIDENCE_BUCKET,
    mode: config.EVIDENCE_LOCK_MODE,
    retention_days: config.EVIDENCE_RETENTION_DAYS,
  });

export const vault = part({
  name: "vault",
  env: VAULT_ENV,
  uses: [clock],
  make: (config, factory) => openVault(config, factory.clock),
});
