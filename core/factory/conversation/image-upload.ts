import { parseImage, type ReceivedImage } from "#core/factory/conversation/image.ts";
import type { WithPolicy } from "#core/factory/policy/policy.ts";
import type { Caller } from "#core/identity/caller.ts";
import {
  artifactPath,
  getArtifact,
  type SignedUpload,
  type UploadContent,
  type WithArtifacts,
} from "#core/kernel/artifacts.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { sha256Schema } from "#core/kernel/ids.ts";

/** The largest design image, in bytes. One that a message contains has at most MAX_IMAGE_BYTES. */
export const MAX_UPLOAD_BYTES = 10_000_000;

/** Types of design images. */
export const UPLOAD_TYPES = ["image/png", "image/jpeg", "image/gif", "image/webp"] as const;

/** How long an upload may begin, in seconds. */
const OFFERED_SECONDS = 900;

/** An upload that may be made until `expires_at`; a message then names the image by `sha256`. */
export interface OfferedUpload extends SignedUpload {
  readonly sha256: string;
  readonly expires_at: string;
}

/**
 * Signs the upload of a design image, which becomes a file of the app. Its key is its digest, which the store compares:
 * whatever is uploaded is the artifact of this name. Throws InvalidInput for a file that the policy does not allow.
 */
export async function offerUpload(
  { artifacts, clock, policy }: WithArtifacts & WithClock & WithPolicy,
  { tenant }: Pick<Caller, "tenant">,
  content: UploadContent,
): Promise<OfferedUpload> {
  const allowed = Math.min(MAX_UPLOAD_BYTES, policy.builder.draft_file_mb * 2 ** 20);
  if (content.size > allowed)
    throw new GantryError("InvalidInput", `size must be at most ${allowed}, the policy's limit for a file.`, {
      field: "size",
    });
  const expires_at = new Date(clock.now() + OFFERED_SECONDS * 1000).toISOString();
  const key = artifactPath(tenant, content.sha256);
  return {
    ...(await artifacts.presignUpload(key, content, OFFERED_SECONDS)),
    sha256: content.sha256,
    expires_at,
  };
}

/** Loads the uploaded design image with this digest; null without a digest. Throws InvalidInput for one that names no uploaded image. */
export async function uploadedImage(
  { artifacts }: WithArtifacts,
  tenant: string,
  sha256: string | undefined,
  filename?: string,
): Promise<ReceivedImage | null> {
  if (sha256 === undefined) return null;
  if (!sha256Schema.safeParse(sha256).success) refuse("must be a SHA-256 digest in lower-case hex.");
  const found = await artifacts.exists(artifactPath(tenant, sha256));
  if (!found) refuse("names no uploaded image; upload it first.");
  if (found.size > MAX_UPLOAD_BYTES)
    refuse(`names ${found.size} bytes; at most ${MAX_UPLOAD_BYTES} are allowed.`);
  return parseImage(await getArtifact(artifacts, tenant, sha256, MAX_UPLOAD_BYTES), filename, "image_sha256");
}

function refuse(sentence: string): never {
  throw new GantryError("InvalidInput", `image_sha256 ${sentence}`, { field: "image_sha256" });
}
