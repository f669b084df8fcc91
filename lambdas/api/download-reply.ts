import type { Download } from "#core/factory/mission/download.ts";

/** A response with a file under its name, or a redirect to its presigned URL. `headers` are those of both. */
export function downloadReply(
  download: Download,
  { filename, contentType }: { readonly filename: string; readonly contentType: string },
  headers: Readonly<Record<string, string>> = {},
) {
  if ("url" in download) return { status: 303, body: "", headers: { ...headers, location: download.url } };
  return {
    status: 200,
    body: download.bytes,
    headers: {
      ...headers,
      "content-type": contentType,
      "content-disposition": `attachment; filename="${filename}"`,
    },
  };
}
