import { S3Client, type S3ClientConfig } from "@aws-sdk/client-s3";
import { z } from "zod";
import { part } from "#adapters/part.ts";
import { createObjects } from "#adapters/s3/objects.ts";
import { createPresigner } from "#adapters/s3/presigner.ts";

export const ARTIFACTS_ENV = { ARTIFACT_BUCKET: z.string().min(1) };

/** The artefact bucket, with the function's own rights unless others are given. */
export const openArtifacts = (
  { ARTIFACT_BUCKET }: { readonly ARTIFACT_BUCKET: string },
  options: S3ClientConfig = {},
) =>
  createObjects({
    client: new S3Client(options),
    presigner: createPresigner(options),
    bucket: ARTIFACT_BUCKET,
  });

export const artifacts = part({
  name: "artifacts",
  env: ARTIFACTS_ENV,
  make: (config) => openArtifacts(config),
});
