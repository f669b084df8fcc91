import type { FieldModule } from "./field-module.ts";

/** The text that is shown depends on the zone of the browser; its minutes do not. */
export const DATE_TIME: FieldModule = {
  type: "date_time",
  factory: "dateTime",
  options: () => ({}),
  example: (_field, n) => {
    const day = `2026-0${(n % 9) + 1}-1${n % 10}`;
    return {
      value: `${day}T10:3${n % 10}:00.000Z`,
      steps: (target) => [{ do: "fill", target, value: `${day}T10:3${n % 10}` }],
      shown: `10:3${n % 10}`,
    };
  },
};
