import { createHash } from "node:crypto";
import {
  GetObjectCommand,
  HeadObjectCommand,
  type ObjectLockMode,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { EvidenceVault } from "#core/evidence/vault.ts";
import type { Clock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { readObject } from "./read-object.ts";

export interface VaultOptions {
  readonly client: S3Client;
  /** Client that signs URLs, with the same credentials. */
  readonly presigner: S3Client;
  readonly clock: Pick<Clock, "now">;
  readonly bucket: string;
  readonly mode: ObjectLockMode;
  readonly retention_days: number;
}

const DAY_MS = 86_400_000;

/**
 * The bucket with Object Lock. `If-None-Match: *` lets only one writer create a key; every write is read back by
 * version and checked for lock and checksum.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: makes an object; each of its steps is short.
export function createVault({
  client,
  presigner,
  clock,
  bucket,
  mode,
  retention_days,
}: VaultOptions): EvidenceVault {
  return {
    seal,
    read: (key, maxBytes) => readObject(client, bucket, key, maxBytes),
    presignGet: (key, seconds, { filename, contentType }) =>
      getSignedUrl(
        presigner,
        new GetObjectCommand({
          Bucket: bucket,
          Key: key,
          ResponseContentType: contentType,
          ResponseContentDisposition: `attachment; filename="${filename}"`,
        }),
        { expiresIn: seconds },
      ),
  };

  async function seal(key: string, bytes: Uint8Array, contentType: string) {
    const sha256 = createHash("sha256").update(bytes);
    const checksum = sha256.copy().digest("base64");
    const retainUntil = new Date(clock.now() + retention_days * DAY_MS);
    const version = await put(key, bytes, contentType, checksum, retainUntil);
    const { VersionId, ...found } = await client.send(
      new HeadObjectCommand({
        Bucket: bucket,
        Key: key,
        ChecksumMode: "ENABLED",
        ...(version ? { VersionId: version } : {}),
      }),
    );
    if (found.ChecksumSHA256 !== checksum)
      throw new GantryError(
        "EvidenceConflict",
        "Different evidence has already been sealed for this execution.",
      );
    const locked =
      found.ObjectLockMode === mode &&
      found.ObjectLockRetainUntilDate &&
      (!version || found.ObjectLockRetainUntilDate.getTime() >= retainUntil.getTime() - 1000);
    if (!VersionId || !locked)
      throw new GantryError("EnvironmentFailure", "The evidence was written without the requested lock.");
    return { version_id: VersionId, sha256: sha256.digest("hex") };
  }

  /** The written version; undefined when the object already exists. */
  async function put(
    key: string,
    bytes: Uint8Array,
    contentType: string,
    checksum: string,
    retainUntil: Date,
  ): Promise<string | undefined> {
    try {
      const { VersionId } = await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: bytes,
          ContentType: contentType,
          IfNoneMatch: "*",
          ChecksumSHA256: checksum,
          ObjectLockMode: mode,
          ObjectLockRetainUntilDate: retainUntil,
        }),
      );
      return VersionId;
    } catch (error) {
      if (!(error instanceof S3ServiceException)) throw error;
      if (error.name === "PreconditionFailed") return undefined;
      if (error.name === "ConditionalRequestConflict")
        throw new GantryError("EnvironmentFailure", "Another write of this evidence is in progress.", {
          cause: error,
        });
      throw error;
    }
  }
}
