import type { Values } from "#local/brain/blueprint.ts";

/** A number as the page of a tool writes it. */
export function written(value: Values, number: number): string {
  return new Intl.NumberFormat(value("locale"), { maximumFractionDigits: 20 }).format(number);
}
