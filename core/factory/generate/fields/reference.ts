import type { Reference } from "#core/factory/specification/field.ts";
import type { FieldModule } from "./field-module.ts";

export const REFERENCE: FieldModule = {
  type: "reference",
  factory: "reference",
  options: ({ reference }) => {
    const { entity, many, owned, on_delete } = reference as Reference;
    return {
      entity,
      many: many || undefined,
      owned: owned || undefined,
      onDelete: owned ? "cascade" : on_delete,
    };
  },
  example: () => null,
};
