import { BUSINESS_OPTIONS } from "./options/business.ts";
import { COMMON_OPTIONS } from "./options/common.ts";
import { EVERYDAY_OPTIONS } from "./options/everyday.ts";
import type { OptionSet } from "./types.ts";

export const OPTION_SETS: readonly OptionSet[] = [
  ...COMMON_OPTIONS,
  ...EVERYDAY_OPTIONS,
  ...BUSINESS_OPTIONS,
];
