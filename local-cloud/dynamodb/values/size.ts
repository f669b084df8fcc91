import { type AttributeValue, type Item, typeOf } from "./attribute-value.ts";

/** The size of an item in bytes (developer guide, "Item sizes and formats"): names and values. */
export function itemSize(item: Item): number {
  let size = 0;
  for (const [name, value] of Object.entries(item)) size += Buffer.byteLength(name) + valueSize(value);
  return size;
}

export function valueSize(value: AttributeValue): number {
  const type = typeOf(value);
  switch (type) {
    case "S":
      return Buffer.byteLength(value.S ?? "");
    case "N":
      return numberSize(value.N ?? "");
    case "B":
      return binarySize(value.B ?? "");
    case "SS":
      return total(value.SS, Buffer.byteLength);
    case "NS":
      return total(value.NS, numberSize);
    case "BS":
      return total(value.BS, binarySize);
    case "L":
      return 3 + total(value.L, (one) => 1 + valueSize(one));
    case "M":
      return (
        3 +
        total(Object.entries(value.M ?? {}), ([name, one]) => 1 + Buffer.byteLength(name) + valueSize(one))
      );
    default:
      return 1;
  }
}

/** Two digits a byte, one for the exponent and one for a minus sign. */
function numberSize(number: string): number {
  const digits = number.replace(/^-?0?\.?0*|\.|0+$/g, "").length;
  return Math.ceil(digits / 2) + 1 + (number.startsWith("-") ? 1 : 0);
}

function binarySize(base64: string): number {
  return Buffer.byteLength(base64, "base64");
}

function total<T>(values: readonly T[] = [], sizeOf: (value: T) => number): number {
  return values.reduce((sum, value) => sum + sizeOf(value), 0);
}
