import { type ComponentProps, useId } from "react";

/** The look of a field that stands beside other controls. */
export const SMALL_CONTROL = "min-h-9 rounded-control border border-edge bg-panel px-3 py-1.5";

const CONTROL =
  "w-full rounded-control border border-edge bg-panel px-3 py-2 text-text placeholder:text-muted";

/** A text box with its label above. */
export function Field({ label, ...rest }: ComponentProps<"input"> & { readonly label: string }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <input id={id} {...rest} className={CONTROL} />
    </div>
  );
}
