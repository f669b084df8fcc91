import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { decodeChunked } from "#local-cloud/s3/chunked.ts";
import type { Signed } from "#local-cloud/sigv4/verify.ts";

const hex = (text: string | Buffer) => createHash("sha256").update(text).digest("hex");
const sign = (key: Buffer, text: string) => createHmac("sha256", key).update(text).digest("hex");

/** The published example: 65 kB of "a" in chunks of 64 kB and 1 kB (docs: "Signature calculations for chunked upload"). */
const scope = "20130524/us-east-1/s3/aws4_request";
const signingKey = scope
  .split("/")
  .reduce<Buffer | string>(
    (key, part) => createHmac("sha256", key).update(part).digest(),
    "AWS4wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  ) as Buffer;
const signed: Signed = {
  region: "us-east-1",
  date: "20130524T000000Z",
  scope,
  signingKey,
  signature: "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
  payload: "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
};
const published = [
  "10000;chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648\r\n",
  `${"a".repeat(65536)}\r\n`,
  "400;chunk-signature=0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497\r\n",
  `${"a".repeat(1024)}\r\n`,
  "0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n",
].join("");

async function decode(text: string, signature: Signed | null, size = 1000) {
  const trailers = new Map<string, string>();
  const source = (async function* () {
    for (let at = 0; at < text.length; at += size) yield Buffer.from(text.slice(at, at + size), "latin1");
  })();
  const parts: Buffer[] = [];
  for await (const part of decodeChunked(source, trailers, signature)) parts.push(part);
  return { text: Buffer.concat(parts).toString("latin1"), trailers };
}

function signedWithTrailer(data: string, trailer: string): string {
  let previous = signed.signature;
  const next = (algorithm: string, content: string) => {
    previous = sign(signingKey, [algorithm, signed.date, scope, previous, content].join("\n"));
    return previous;
  };
  const chunk = (bytes: string) =>
    `${bytes.length.toString(16)};chunk-signature=${next("AWS4-HMAC-SHA256-PAYLOAD", `${hex("")}\n${hex(bytes)}`)}\r\n`;
  return [
    `${chunk(data)}${data}\r\n`,
    chunk(""),
    `${trailer}\r\n`,
    `x-amz-trailer-signature:${next("AWS4-HMAC-SHA256-TRAILER", hex(`${trailer}\n`))}\r\n\r\n`,
  ].join("");
}

describe("an aws-chunked body", () => {
  it("is accepted as in the signed example that AWS publishes, however it arrives", async () => {
    for (const size of [1, 7, 65536, 1 << 20])
      expect((await decode(published, signed, size)).text).toBe("a".repeat(66560));
  });

  it("is refused with a changed, missing or moved chunk", async () => {
    const lines = published.split("\r\n");
    const dropped = [...lines.slice(0, 2), ...lines.slice(4)].join("\r\n");
    for (const text of [published.replace("aaaa\r\n", "aaab\r\n"), dropped])
      await expect(decode(text, signed)).rejects.toMatchObject({ code: "SignatureDoesNotMatch" });
    await expect(decode("5\r\nhello\r\n0\r\n\r\n", signed)).rejects.toMatchObject({ code: "InvalidRequest" });
  });

  it("may have trailers, whose signature is checked", async () => {
    const text = signedWithTrailer("hello", "x-amz-checksum-crc32:NhCmhg==");
    const { text: body, trailers } = await decode(text, signed, 3);
    expect([body, trailers.get("x-amz-checksum-crc32")]).toEqual(["hello", "NhCmhg=="]);
    const changed = text.replace("NhCmhg==", "AAAAAA==");
    await expect(decode(changed, signed)).rejects.toMatchObject({ code: "SignatureDoesNotMatch" });
    const unsigned = "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n";
    expect((await decode(unsigned, null)).trailers.get("x-amz-checksum-crc32")).toBe("NhCmhg==");
  });

  it("is refused when it ends early or has no chunks", async () => {
    await expect(decode("5\r\nhel", null)).rejects.toMatchObject({ code: "IncompleteBody" });
    await expect(decode("no frame", null)).rejects.toMatchObject({ code: "InvalidRequest" });
    await expect(decode("5\r\nhelloX\r\n0\r\n\r\n", null)).rejects.toMatchObject({ code: "InvalidRequest" });
  });
});
