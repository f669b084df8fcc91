import { expect, it } from "@jest/globals";
import { networkOf } from "#core/identity/address.ts";
import { fc } from "#test/support/property.ts";

it.each([
  ["203.0.113.9", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:0001:0002::", "2001:db8:1:2::/64"],
  ["2001:db8::5:6", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["::", "0:0:0:0::/64"],
  ["unknown", "unknown"],
  ["", ""],
])("the rate limit counts the address %s as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it("the rate limit counts all addresses of one /64 as one, in any spelling", () => {
  const group = fc.nat({ max: 0xffff });
  fc.assert(
    fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), group, (groups, last) => {
      const written = (parts: number[], pad: number) =>
        parts.map((part) => part.toString(16).padStart(pad, "0")).join(":");
      const other = [...groups.slice(0, 7), last];
      expect(networkOf(written(other, 4))).toBe(networkOf(written(groups, 1)));
    }),
  );
});
