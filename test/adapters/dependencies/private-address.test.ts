import { describe, expect, it } from "@jest/globals";
import { isPrivateAddress } from "#adapters/dependencies/private-address.ts";

describe("isPrivateAddress", () => {
  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.31.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "169.254.170.2",
    "100.64.0.1",
    "0.0.0.0",
    "::1",
    "[::1]",
    "fd00:ec2::254",
    "fe80::1",
    "::ffff:169.254.169.254",
    "::ffff:a9fe:a9fe",
    "64:ff9b::10.0.0.1",
  ])("returns true for %s", (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each(["104.16.0.1", "172.32.0.1", "2606:4700::1", "::ffff:104.16.0.1", "registry.example", ""])(
    "returns false for %j",
    (address) => {
      expect(isPrivateAddress(address)).toBe(false);
    },
  );
});
