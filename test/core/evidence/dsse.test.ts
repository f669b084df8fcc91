import { createHash, randomBytes } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { PAYLOAD_TYPE, pae, paeDigest } from "#core/evidence/dsse.ts";
import { fromBase64, toBase64 } from "#core/kernel/base64.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("the DSSE pre-authentication encoding", () => {
  it("matches the example of the specification", () => {
    expect(text(pae("http://example.com/HelloWorld", utf8("hello world")))).toBe(
      "DSSEv1 29 http://example.com/HelloWorld 11 hello world",
    );
  });

  it("counts bytes, not characters", () => {
    expect(text(pae("é", utf8("ü!")))).toBe("DSSEv1 2 é 3 ü!");
  });

  it("is signed as its SHA-256 with in-toto's payload type", () => {
    const encoding = `DSSEv1 28 ${PAYLOAD_TYPE} 2 {}`;
    expect(Buffer.from(paeDigest(utf8("{}"))).toString("hex")).toBe(
      createHash("sha256").update(encoding).digest("hex"),
    );
  });
});

describe("base64", () => {
  it("is the standard alphabet, also for more bytes than a call can have arguments", () => {
    const bytes = randomBytes(100_001);
    expect(toBase64(bytes)).toBe(bytes.toString("base64"));
    expect(Buffer.from(fromBase64(bytes.toString("base64"))).equals(bytes)).toBe(true);
  });
});
