import type { FieldType } from "#core/factory/specification/field.ts";
import { AUTO_NUMBER } from "./auto-number.ts";
import { BOOLEAN } from "./boolean.ts";
import { CHOICE } from "./choice.ts";
import { CHOICES } from "./choices.ts";
import { COLOR } from "./color.ts";
import { COMPUTED } from "./computed.ts";
import { CREATED_AT } from "./created-at.ts";
import { DATE } from "./date.ts";
import { DATE_TIME } from "./date-time.ts";
import { DECIMAL } from "./decimal.ts";
import { DURATION } from "./duration.ts";
import { EMAIL } from "./email.ts";
import type { FieldModule } from "./field-module.ts";
import { FILE } from "./file.ts";
import { IMAGE } from "./image.ts";
import { INTEGER } from "./integer.ts";
import { LOCATION } from "./location.ts";
import { LONG_TEXT } from "./long-text.ts";
import { MONEY } from "./money.ts";
import { PERCENT } from "./percent.ts";
import { PHONE } from "./phone.ts";
import { RATING } from "./rating.ts";
import { REFERENCE } from "./reference.ts";
import { TAGS } from "./tags.ts";
import { TEXT } from "./text.ts";
import { TIME } from "./time.ts";
import { URL } from "./url.ts";

/** The field types that can be generated, one row each: see {@link FieldModule} for what a type needs. */
export const FIELDS: readonly FieldModule[] = [
  TEXT,
  LONG_TEXT,
  INTEGER,
  DECIMAL,
  MONEY,
  PERCENT,
  RATING,
  DURATION,
  BOOLEAN,
  DATE,
  TIME,
  DATE_TIME,
  CHOICE,
  CHOICES,
  TAGS,
  EMAIL,
  PHONE,
  URL,
  IMAGE,
  FILE,
  COLOR,
  LOCATION,
  REFERENCE,
  COMPUTED,
  AUTO_NUMBER,
  CREATED_AT,
];

/** The module of a type. Throws a TypeError for a type without one. */
export function fieldModule(type: FieldType): FieldModule {
  const module = FIELDS.find((each) => each.type === type);
  if (!module) throw new TypeError(`The field type '${type}' cannot be generated.`);
  return module;
}
