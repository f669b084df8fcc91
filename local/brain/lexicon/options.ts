import { BUSINESS_OPTIONS } from "./options/business.ts";
import { COMMON_OPTIONS } from "./options/common.ts";
import { EVERYDAY_OPTIONS } from "./options/everyday.ts";
import { LEISURE_OPTIONS } from "./options/leisure.ts";
import { WORK_OPTIONS } from "./options/work.ts";
import type { OptionSet } from "./types.ts";

/** The option sets that choices have. */
export const OPTION_SETS: readonly OptionSet[] = [
  ...COMMON_OPTIONS,
  ...EVERYDAY_OPTIONS,
  ...BUSINESS_OPTIONS,
  ...WORK_OPTIONS,
  ...LEISURE_OPTIONS,
];
