import { GantryError } from "#core/kernel/errors.ts";
import { sha256Hex } from "#core/kernel/hash.ts";

/** A bucket of bytes by key. */
export interface Objects {
  put(key: string, bytes: Uint8Array | string, contentType?: string): Promise<void>;
  /** Undefined when nothing is there; throws TooLarge over `maxBytes`. */
  get(key: string, maxBytes: number): Promise<Uint8Array | undefined>;
  /** Size and digest without the bytes; the digest of everything `put` wrote is known. */
  exists(key: string): Promise<{ size: number; sha256: string | undefined } | undefined>;
  presignGet(key: string, seconds: number): Promise<string>;
  presignPut(key: string, seconds: number): Promise<string>;
}

/** Where things lie in the artefact bucket. Content-addressed where a digest names them. */
export const artifactPath = (tenant: string, sha256: string): string => `t/${tenant}/artifacts/${sha256}`;
export const layerPath = (key: string): string => `layers/${key}.tar.zst`;
export const buildFolder = (tenant: string, mission: string, attempt: number, retry: number): string =>
  `t/${tenant}/missions/${mission}/builds/${attempt}/${retry}`;
export const evidencePath = (tenant: string, mission: string): string =>
  `t/${tenant}/missions/${mission}/evidence.zip`;

const BUILD_OBJECT = /^t\/([^/]+)\/missions\/([^/]+)\/builds\/(\d+)\/(\d+)\/(progress\.json|result\.json)$/;

/**
 * The keys above as EventBridge patterns, which are only a first sieve. One wildcard each: a star takes in slashes,
 * and EventBridge refuses a rule in which too many wildcards can be under way at the same time.
 */
export const BUILD_OBJECT_PATTERNS = ["t/*/progress.json", "t/*/result.json"] as const;

/** Reads a build object's key, or undefined for any other key. */
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

/** Stores bytes under their own digest and answers it. */
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

/** The bytes with this digest; anything else under that name is an Internal error. */
export async function getArtifact(
  objects: Objects,
  tenant: string,
  sha256: string,
  maxBytes = 64 * 2 ** 20,
): Promise<Uint8Array> {
  const bytes = await objects.get(artifactPath(tenant, sha256), maxBytes);
  if (!bytes || sha256Hex(bytes) !== sha256)
    throw new GantryError("Internal", `The artefact ${sha256} is missing or damaged.`);
  return bytes;
}

export async function getJsonArtifact(objects: Objects, tenant: string, sha256: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await getArtifact(objects, tenant, sha256)));
}

export interface WithArtifacts {
  readonly artifacts: Objects;
}
