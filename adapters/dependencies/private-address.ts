import { BlockList, isIP } from "node:net";

/**
 * Networks that are not public (RFC 6890 and its registries), such as loopback, local networks and metadata services.
 */
const RANGES = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
  ["::", 128],
  ["::1", 128],
  ["64:ff9b:1::", 48],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const;

const PRIVATE = new BlockList();
for (const [network, prefix] of RANGES)
  PRIVATE.addSubnet(network, prefix, network.includes(":") ? "ipv6" : "ipv4");

/**
 * Whether an IP address does not belong to a public network. Embedded IPv4 addresses in IPv6 addresses are checked as
 * IPv4. False for host names.
 */
export function isPrivateAddress(host: string): boolean {
  const address = host.replace(/^\[|\]$/g, "").replace(/^(::ffff:|64:ff9b::)(?=\d+\.)/i, "");
  const family = isIP(address);
  return family !== 0 && PRIVATE.check(address, family === 6 ? "ipv6" : "ipv4");
}
