import { COMMON } from "./fields/common.ts";
import { EVERYDAY } from "./fields/everyday.ts";
import { MONEY } from "./fields/money.ts";
import { PEOPLE } from "./fields/people.ts";
import type { FieldWord } from "./types.ts";

export const FIELD_WORDS: readonly FieldWord[] = [...COMMON, ...PEOPLE, ...MONEY, ...EVERYDAY];
