import { S3Client } from "@aws-sdk/client-s3";
import { z } from "zod";
import { provider } from "#adapters/provider.ts";
import { createObjects } from "#adapters/s3/objects.ts";
import { createPresigner } from "#adapters/s3/presigner.ts";

export const artifacts = provider({
  name: "artifacts",
  env: { ARTIFACT_BUCKET: z.string().min(1) },
  create: ({ ARTIFACT_BUCKET }, _, { clients }) =>
    createObjects({
      client: new S3Client(clients),
      presigner: createPresigner(clients),
      bucket: ARTIFACT_BUCKET,
    }),
});
