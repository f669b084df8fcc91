import { field } from "../field.js";
import { momentMethods } from "./date-time.js";

/** The moment in which a record was created, set by the app. */
export function createdAt(options) {
  return field(options, { ...momentMethods, type: "created_at", readOnly: true, assign: (_records, now) => new Date(now).toISOString() });
}
