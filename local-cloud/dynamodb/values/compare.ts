import { type AttributeValue, typeOf } from "./attribute-value.ts";
import { member } from "./members.ts";
import { compareNumbers } from "./number.ts";

/** Equal type and equal content; the order of a set's members does not matter. */
export function isEqual(a: AttributeValue, b: AttributeValue): boolean {
  const type = typeOf(a);
  if (type !== typeOf(b)) return false;
  switch (type) {
    case "L":
      return a.L?.length === b.L?.length && (a.L ?? []).every((one, at) => isEqual(one, b.L?.[at] ?? {}));
    case "M":
      return isEqualMap(a.M ?? {}, b.M ?? {});
    case "SS":
    case "NS":
    case "BS": {
      const others = new Set(b[type]);
      return a[type]?.length === others.size && a[type].every((one) => others.has(one));
    }
    default:
      return a[type] === b[type];
  }
}

/** -1, 0 or 1 for two strings, numbers or binaries; undefined for values that cannot be compared. */
export function compare(a: AttributeValue, b: AttributeValue): number | undefined {
  if (a.N !== undefined && b.N !== undefined) return compareNumbers(a.N, b.N);
  if (a.S !== undefined && b.S !== undefined) return Buffer.compare(Buffer.from(a.S), Buffer.from(b.S));
  if (a.B !== undefined && b.B !== undefined) return Buffer.compare(bytesOf(a.B), bytesOf(b.B));
  return undefined;
}

export function bytesOf(base64: string): Buffer {
  return Buffer.from(base64, "base64");
}

function isEqualMap(a: Record<string, AttributeValue>, b: Record<string, AttributeValue>): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => {
      const other = member(b, name);
      return other !== undefined && isEqual(a[name] as AttributeValue, other);
    })
  );
}
