import { deflateSync } from "node:zlib";
import { describe, expect, it } from "@jest/globals";
import { designColors } from "#core/factory/design-image/colors.ts";
import { imagePixels } from "#core/factory/design-image/pixels.ts";
import { jpegOf, type Painter, pngFile, pngOf, type Rgb } from "#test/support/images.ts";
import { fc } from "#test/support/property.ts";

const CREAM: Rgb = [247, 243, 234];
const RUST: Rgb = [194, 65, 12];
const INK: Rgb = [34, 34, 34];
const NIGHT: Rgb = [16, 24, 32];

/** A page with a button of one colour and a line of dark text. */
const page =
  (ground: Rgb, button: Rgb, text: Rgb): Painter =>
  (x, y) => {
    if (y >= 2 && y < 6 && x >= 2 && x < 10) return button;
    return y >= 10 && y < 13 && x < 24 ? text : ground;
  };

const rgb = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255));

describe("the colours of a design image", () => {
  it("are those of the background and of what stands out on it", () => {
    expect(designColors(pngOf(32, 32, page(CREAM, RUST, INK)))).toEqual({
      accent: "#c2410c",
      background: "#f7f3ea",
      scheme: "light",
    });
  });

  it("are those of a dark design", () => {
    expect(designColors(pngOf(32, 32, page(NIGHT, RUST, CREAM)))).toEqual({
      accent: "#c2410c",
      background: null,
      scheme: "dark",
    });
  });

  it("have no accent in an image of greys", () => {
    expect(designColors(pngOf(32, 32, page([255, 255, 255], [128, 128, 128], INK)))).toEqual({
      accent: null,
      background: "#ffffff",
      scheme: "light",
    });
  });

  it.each([false, true])("are found in JPEG images; progressive: %s", (progressive) => {
    const colors = designColors(jpegOf(32, 32, page(CREAM, RUST, INK), progressive));
    expect(colors).toMatchObject({
      scheme: "light",
      background: expect.stringMatching(/^#f[678]f[234]e[9ab]$/),
    });
    expect(colors?.accent).toMatch(/^#c[123]4[012]0[bcd]$/);
  });

  it.each([0, 1, 2, 3, 4])("do not depend on the filter of a PNG image: %i", (filter) => {
    const colors = fc.array(rgb, { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(colors, fc.integer({ min: 1, max: 9 }), (list, width) => {
        const paint: Painter = (x, y) => list[(x * 7 + y * 3) % list.length]!;
        expect([...(imagePixels(pngOf(width, 5, paint, filter)) ?? [])]).toEqual(
          Array.from({ length: width * 5 }, (_, at) => paint(at % width, Math.floor(at / width))).flat(),
        );
      }),
    );
  });

  it("are the same for the same bytes, whatever they are", () => {
    const image = fc.constantFrom(
      pngOf(24, 24, page(CREAM, RUST, INK)),
      jpegOf(12, 12, page(NIGHT, RUST, INK)),
    );
    const damage = fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 12 });
    fc.assert(
      fc.property(image, damage, (whole, changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, value] of changes) if (at > 24 && at < bytes.length) bytes[at] = value;
        expect(designColors(bytes)).toEqual(designColors(Uint8Array.from(bytes)));
      }),
    );
  });

  const lines = deflateSync(new Uint8Array(25));
  const jpeg = Buffer.from("ffd8ffc0000b080001000101011100ffda0008010100003f0012ff00ffd9", "hex");
  it.each([
    ["a GIF image", Buffer.from("R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==", "base64")],
    ["nothing", new Uint8Array()],
    ["a PNG image that is cut", pngOf(32, 32, page(CREAM, RUST, INK)).subarray(0, 60)],
    ["a PNG image with fewer lines than it states", pngFile(8, 8, 2, lines)],
    ["a PNG image of too many pixels", pngFile(0xffffffff, 0xffffffff, 2, lines)],
    ["a JPEG image without tables", jpeg],
  ])("are not known for %s", (_, bytes) => {
    expect(designColors(bytes)).toBeNull();
  });

  it.each([
    ["8,001 pixels high", 8001, 3],
    ["more channels than an image has", 8, 255],
  ])("are none of a JPEG image that states %s, before memory is taken for it", (_, height, channels) => {
    const parts = Array.from({ length: channels }, (_, id) => [id & 255, 0x44, 0]).flat();
    const length = 8 + parts.length;
    const frame = [8, height >> 8, height & 255, 0, 8, channels, ...parts];
    const head = [0xff, 0xd8, 0xff, 0xc0, length >> 8, length & 255];
    expect(designColors(Uint8Array.from([...head, ...frame, 0xff, 0xd9]))).toBeNull();
  });

  it("are found despite data behind the last line", () => {
    const data = deflateSync(Buffer.alloc(8 * 25 + 10_000_000));
    expect(designColors(pngFile(8, 8, 2, data))).toEqual({ accent: null, background: null, scheme: "dark" });
  });
});
