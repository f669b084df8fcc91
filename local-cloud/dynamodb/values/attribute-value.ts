import type { Members } from "./members.ts";

/** An attribute's value in requests and in the database; numbers are canonical. */
export interface AttributeValue {
  readonly S?: string;
  readonly N?: string;
  readonly B?: string;
  readonly BOOL?: boolean;
  readonly NULL?: true;
  readonly SS?: readonly string[];
  readonly NS?: readonly string[];
  readonly BS?: readonly string[];
  readonly M?: Members<AttributeValue>;
  readonly L?: AttributeValue[];
}

export type Item = Members<AttributeValue>;

export const TYPES = ["S", "N", "B", "BOOL", "NULL", "SS", "NS", "BS", "M", "L"] as const;
export type AttributeType = (typeof TYPES)[number];

export function typeOf(value: AttributeValue): AttributeType {
  for (const type in value) return type as AttributeType;
  return "NULL";
}
