import { describe, expect, it } from "@jest/globals";
import { readImage } from "#core/factory/conversation/image.ts";
import { PNG_BASE64 } from "#test/support/samples.ts";

const svg = btoa('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>');
const html = btoa("<!doctype html><script>alert(1)</script>");

/** A PNG header that claims this size. */
function png(width: number, height: number): string {
  const bytes = Buffer.from(PNG_BASE64, "base64");
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes.toString("base64");
}

describe("a design image", () => {
  it("is read from base64 or a data URL", () => {
    const plain = readImage(PNG_BASE64, "logo.png");
    expect(plain.image).toEqual({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      media_type: "image/png",
      filename: "logo.png",
    });
    expect(readImage(`data:image/png;base64,${PNG_BASE64}`, "logo.png")).toEqual(plain);
  });

  it.each([
    [undefined, "design.png"],
    ["", "design.png"],
    ["../../../etc/passwd", "passwd"],
    ["C:\\temp\\a.png", "a.png"],
    ["<img onerror=x>.png", "img onerrorx.png"],
    ["a".repeat(300), "a".repeat(80)],
  ])("has its name only as a sanitised label: %j", (name, label) => {
    expect(readImage(PNG_BASE64, name).image.filename).toBe(label);
  });

  it.each([
    ["nothing", ""],
    ["broken base64", "not base64!"],
    ["base64 cut short", PNG_BASE64.slice(0, -1)],
    ["no image", html],
    ["an SVG, which can hold scripts", svg],
    ["a header without an image", btoa("\u0089PNG\r\n")],
    ["a picture too wide", png(8001, 1)],
    ["a picture too high", png(1, 8001)],
    ["a picture without extent", png(0, 1)],
    ["too many bytes", Buffer.alloc(3_750_003).toString("base64")],
  ])("is refused with %s", (_, base64) => {
    expect(() => readImage(base64, "a.png")).toThrow(
      expect.objectContaining({ code: "InvalidInput", field: "image_base64" }),
    );
  });

  describe("that is truncated", () => {
    const gif = Buffer.from("R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==", "base64");
    const webp = Buffer.from("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==", "base64");
    // A frame of 1x1 after a segment with a thumbnail's end marker; then one scan.
    const jpeg = Buffer.from(
      "ffd8ffe10006ffd9ffd9ffc0000b080001000101011100ffda0008010100003f0012ff00ffd9",
      "hex",
    );
    const images: [string, Buffer][] = [
      ["png", Buffer.from(PNG_BASE64, "base64")],
      ["gif", gif],
      ["webp", webp],
      ["jpeg", jpeg],
    ];

    it.each(images)("is refused, and accepted when complete: %s", (type, bytes) => {
      expect(readImage(bytes.toString("base64"), "a").image.media_type).toBe(`image/${type}`);
      for (const end of [1, 2, 3])
        expect(() => readImage(bytes.subarray(0, -end).toString("base64"), "a")).toThrow(
          expect.objectContaining({ code: "InvalidInput", field: "image_base64" }),
        );
    });

    it.each(images)("is recognised despite extra bytes after its end: %s", (type, bytes) => {
      const padded = Buffer.concat([bytes, Buffer.alloc(3)]).toString("base64");
      expect(readImage(padded, "a").image.media_type).toBe(`image/${type}`);
    });
  });

  it("may be as large as the models permit", () => {
    expect(readImage(png(8000, 8000), "a.png").image.media_type).toBe("image/png");
  });
});
