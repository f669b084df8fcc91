import type { AcceptanceStep } from "#core/factory/acceptance.ts";

type Upload = Extract<AcceptanceStep, { do: "upload" }>;

/** A green square of 8 by 8 pixels. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mPQz4/DihiGlgQAknA/AXwwvzcAAAAASUVORK5CYII=",
  "base64",
);

/** The file that a step chooses, as the browser's driver takes it. */
export function fileOf({ name, content }: Upload): { name: string; mimeType: string; buffer: Buffer } {
  if (content === undefined) return { name, mimeType: "image/png", buffer: PICTURE };
  return { name, mimeType: "text/plain", buffer: Buffer.from(content) };
}
