import { durationText, readDuration } from "../moments.js";
import { numberField } from "../number-field.js";
import { fill } from "../words.js";

/** A length of time, stored in seconds and written as hours and minutes: 1:30. */
export function duration(options) {
  return numberField(
    { min: 0, ...options },
    {
      type: "duration",
      invalid: ({ words }) => fill(words.durationInvalid, { name: options.name }),
      show: durationText,
      edit: durationText,
      read: readDuration,
      suffix: () => "h:mm",
      toText: (value) => (Number.isFinite(value) ? durationText(value) : ""),
      fromText: readDuration,
    },
  );
}
