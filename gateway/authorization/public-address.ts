import { BlockList, isIP } from "node:net";

/** Addresses of special use (IANA's registry), which are not somewhere on the internet. */
const special: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

/** Those within the only range of IPv6 that is used on the internet. They carry or document other addresses. */
const specialV6: readonly (readonly [string, number])[] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

const refused = new BlockList();
for (const [net, prefix] of special) refused.addSubnet(net, prefix, "ipv4");
for (const [net, prefix] of specialV6) refused.addSubnet(net, prefix, "ipv6");

/** Also excludes IPv4 addresses inside of IPv6 ones, which are outside of this range. */
const global = new BlockList();
global.addSubnet("2000::", 3, "ipv6");

/** Whether an IP address is one of the internet, and not of this machine or its networks. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !refused.check(address, "ipv4");
    case 6:
      return global.check(address, "ipv6") && !refused.check(address, "ipv6");
    default:
      return false;
  }
}
