import { BODY } from "./fields/body.ts";
import { COMMON } from "./fields/common.ts";
import { EVERYDAY } from "./fields/everyday.ts";
import { FOOD_FIELDS } from "./fields/food.ts";
import { LEARNING } from "./fields/learning.ts";
import { LEISURE } from "./fields/leisure.ts";
import { MONEY } from "./fields/money.ts";
import { PEOPLE } from "./fields/people.ts";
import { PROPERTY_FIELDS } from "./fields/property.ts";
import { THINGS } from "./fields/things.ts";
import { WORK_FIELDS } from "./fields/work.ts";
import type { FieldWord } from "./types.ts";

/** The details that a request can name. */
export const FIELD_WORDS: readonly FieldWord[] = [
  ...COMMON,
  ...PEOPLE,
  ...MONEY,
  ...THINGS,
  ...EVERYDAY,
  ...BODY,
  ...FOOD_FIELDS,
  ...WORK_FIELDS,
  ...LEARNING,
  ...LEISURE,
  ...PROPERTY_FIELDS,
];
