import { GantryError } from "#core/kernel/errors.ts";
import { sha256Hex } from "#core/kernel/hash.ts";

/** An object store. */
export interface Objects {
  put(key: string, bytes: Uint8Array | string, contentType?: string): Promise<void>;
  /** Undefined when there is no object. Throws TooLarge above `maxBytes`. */
  get(key: string, maxBytes: number): Promise<Uint8Array | undefined>;
  /**
   * Size and digest without the bytes; undefined when there is no object, or none that the caller may read. `put` and
   * an upload always store the digest.
   */
  exists(key: string): Promise<{ size: number; sha256: string | undefined } | undefined>;
  presignGet(key: string, seconds: number): Promise<string>;
  presignPut(key: string, seconds: number): Promise<string>;
  /** Signs the upload of exactly this content; the store refuses any other. */
  presignUpload(key: string, content: UploadContent, seconds: number): Promise<SignedUpload>;
}

/** What an upload is bound to. */
export interface UploadContent {
  /** In hex. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  readonly media_type: string;
}

/** A URL for PUT, with the headers that the request must have. */
export interface SignedUpload {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Keys of objects in the artifact bucket. Artifacts are addressed by their digest. */
export const artifactPath = (tenant: string, sha256: string): string => `t/${tenant}/artifacts/${sha256}`;
export const layerPath = (key: string): string => `layers/${key}.tar.zst`;
export const buildFolder = (tenant: string, mission: string, attempt: number, retry: number): string =>
  `t/${tenant}/missions/${mission}/builds/${attempt}/${retry}`;
/** Where the builder uploads the output of a build's commands. */
export const buildLogPath = (tenant: string, mission: string, attempt: number, retry: number): string =>
  `${buildFolder(tenant, mission, attempt, retry)}/log.txt`;
export const evidencePath = (tenant: string, mission: string): string =>
  `t/${tenant}/missions/${mission}/evidence.zip`;

const BUILD_OBJECT = /^t\/([^/]+)\/missions\/([^/]+)\/builds\/(\d+)\/(\d+)\/(progress\.json|result\.json)$/;

/**
 * These keys as EventBridge wildcard patterns, which are only a coarse filter. One wildcard each: `*` also matches
 * slashes, and EventBridge rejects rules with complex combinations of wildcards.
 */
export const BUILD_OBJECT_PATTERNS = ["t/*/progress.json", "t/*/result.json"] as const;

/** Parses the key of a build object; undefined for any other key. */
export function parseBuildObject(key: string) {
  const match = BUILD_OBJECT.exec(key);
  if (!match) return undefined;
  const [, tenant, mission, attempt, retry, name] = match as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return { tenant, mission, attempt: Number(attempt), retry: Number(retry), name };
}

/** Stores bytes under their SHA-256 digest and returns it. */
export async function putArtifact(
  objects: Objects,
  tenant: string,
  bytes: Uint8Array | string,
  contentType = "application/json",
): Promise<string> {
  const sha256 = sha256Hex(bytes);
  await objects.put(artifactPath(tenant, sha256), bytes, contentType);
  return sha256;
}

/**
 * The bytes with this digest. Throws Internal when they are missing or have another digest, TooLarge above `maxBytes`.
 */
export async function getArtifact(
  objects: Objects,
  tenant: string,
  sha256: string,
  maxBytes = 64 * 2 ** 20,
): Promise<Uint8Array> {
  const bytes = await objects.get(artifactPath(tenant, sha256), maxBytes);
  if (!bytes || sha256Hex(bytes) !== sha256)
    throw new GantryError("Internal", `The artifact ${sha256} is missing or damaged.`);
  return bytes;
}

export async function getJsonArtifact(objects: Objects, tenant: string, sha256: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await getArtifact(objects, tenant, sha256)));
}

export interface WithArtifacts {
  readonly artifacts: Objects;
}
