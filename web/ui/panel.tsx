import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";

/** A surface with a border. */
export function Panel({ className, ...rest }: ComponentProps<"section">) {
  return (
    <section {...rest} className={cx("rounded-panel border border-line bg-panel p-4 sm:p-5", className)} />
  );
}

/** A heading over a part of a panel, with its content. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="mt-5">
      <h3 className="mb-2 text-sm font-semibold text-muted">{title}</h3>
      {children}
    </div>
  );
}
