import type { CloudRequest } from "#local-cloud/http.ts";
import { GatewayError } from "./gateway-response.ts";
import type { RestBody } from "./rest-event.ts";

/** How much of a too large body is read, as a multiple of the limit, so that the client receives the 413. */
const DRAIN_FACTOR = 8;

/** Reads the body for a proxy event: as text, or as base64 if the API declares the media type binary. */
export async function readRestBody(
  req: CloudRequest,
  limit: number,
  binaryMediaTypes: readonly string[],
): Promise<RestBody> {
  const bytes = await readAtMost(req, limit);
  if (bytes.length === 0) return { body: null, isBase64Encoded: false };
  const isBase64Encoded = isBinary(req.headers["content-type"], binaryMediaTypes);
  return { body: bytes.toString(isBase64Encoded ? "base64" : "utf8"), isBase64Encoded };
}

function readAtMost(req: CloudRequest, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else chunks.length = 0;
      if (size > limit * DRAIN_FACTOR) req.destroy();
    });
    req.on("end", () => {
      if (size <= limit) resolve(Buffer.concat(chunks));
      else reject(new GatewayError("REQUEST_TOO_LARGE", "Request Too Long"));
    });
    req.on("error", reject);
    req.on("close", () => reject(new Error("the client disconnected")));
  });
}

/** Whether a media type (`image/png; q=1`) is among the declared binary ones (`image/*`). */
export function isBinary(mediaType: string | undefined, binaryMediaTypes: readonly string[]): boolean {
  const [type = "", subtype = ""] = (mediaType ?? "").split(/[;,]/)[0]?.trim().toLowerCase().split("/") ?? [];
  return binaryMediaTypes.some((declared) => {
    const [wantedType, wantedSubtype] = declared.toLowerCase().split("/");
    return (
      (wantedType === "*" || wantedType === type) && (wantedSubtype === "*" || wantedSubtype === subtype)
    );
  });
}
