import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { GantryError } from "#core/kernel/errors.ts";

const TRIES = 5;
const FIRST_PAUSE_MS = 250;
const REQUEST_SECONDS = 30;
const LONGEST_PAUSE_MS = 2000;

/** Downloads a presigned URL into memory, at most `maxBytes`. Throws EnvironmentFailure. */
async function download(url: string, maxBytes: number, cancelled: AbortSignal): Promise<Uint8Array> {
  return retrying(cancelled, async () => {
    const parts: Uint8Array[] = [];
    for await (const part of read(await request(url, {}, cancelled), maxBytes)) parts.push(part);
    return Buffer.concat(parts);
  });
}

/**
 * Like {@link download}, for an object that may not exist yet: storage then returns 404, or 403 to callers without the
 * right to list. Polls for `seconds`, with growing pauses; undefined when the time is over.
 */
export async function awaitDownload(
  url: string,
  maxBytes: number,
  seconds: number,
  cancelled: AbortSignal,
): Promise<Uint8Array | undefined> {
  const begun = performance.now();
  for (;;) {
    const bytes = await download(url, maxBytes, cancelled).catch(undefinedIfAbsent);
    if (bytes) return bytes;
    const waited = performance.now() - begun;
    const left = seconds * 1000 - waited;
    if (left <= 0) return undefined;
    await pause(Math.min(left, LONGEST_PAUSE_MS, Math.max(FIRST_PAUSE_MS, waited / 10)), cancelled);
  }
}

function undefinedIfAbsent(error: unknown): undefined {
  if (!(error instanceof RefusedTransfer) || !error.absent) throw error;
}

async function pause(ms: number, cancelled: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal: cancelled });
  } catch {
    throw new GantryError("Cancelled", "The builder was cancelled.");
  }
}

/** Like {@link download}, in parts; only the start of the download is retried. */
export async function* downloadParts(url: string, maxBytes: number, cancelled: AbortSignal) {
  yield* read(await retrying(cancelled, () => request(url, {}, cancelled)), maxBytes);
}

async function* read(response: Response, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > maxBytes) throw new GantryError("EnvironmentFailure", "An object of the job is too large.");
    yield part;
  }
}

/**
 * Uploads an object to a presigned URL. S3 accepts only signed `x-amz-` headers, so the checksum is sent as
 * `Content-MD5`, which S3 always verifies, and as SHA-256 if the URL has it signed.
 */
export async function upload(url: string, bytes: Uint8Array, cancelled: AbortSignal): Promise<void> {
  const headers: Record<string, string> = { "content-md5": createHash("md5").update(bytes).digest("base64") };
  if (signedHeaders(url).includes("x-amz-checksum-sha256"))
    headers["x-amz-checksum-sha256"] = createHash("sha256").update(bytes).digest("base64");
  await retrying(cancelled, async () => {
    const response = await request(
      url,
      { method: "PUT", body: bytes as Uint8Array<ArrayBuffer>, headers },
      cancelled,
    );
    await response.body?.cancel();
  });
}

function signedHeaders(url: string): string[] {
  return (new URL(url).searchParams.get("X-Amz-SignedHeaders") ?? "").toLowerCase().split(";");
}

async function request(url: string, init: RequestInit, cancelled: AbortSignal): Promise<Response> {
  const timeout = AbortSignal.timeout(REQUEST_SECONDS * 1000);
  const response = await fetch(url, {
    ...init,
    redirect: "error",
    signal: AbortSignal.any([timeout, cancelled]),
  });
  if (response.ok) return response;
  await response.body?.cancel();
  throw new RefusedTransfer(response.status);
}

/** Does not contain the URL, which is a secret, because messages are logged. */
class RefusedTransfer extends GantryError {
  readonly final: boolean;
  readonly absent: boolean;
  constructor(status: number) {
    super("EnvironmentFailure", `Object storage returned status ${status}.`);
    this.absent = status === 404 || status === 403;
    this.final = status >= 400 && status < 500 && status !== 408 && status !== 429;
  }
}

async function retrying<T>(cancelled: AbortSignal, attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      const final =
        cancelled.aborted || (error instanceof RefusedTransfer ? error.final : error instanceof GantryError);
      if (tries >= TRIES || final) throw asEnvironment(error);
      await sleep(FIRST_PAUSE_MS * 2 ** (tries - 1));
    }
  }
}

function asEnvironment(error: unknown): GantryError {
  if (error instanceof GantryError) return error;
  return new GantryError("EnvironmentFailure", "Object storage could not be reached.", { cause: error });
}
