import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";

/** A surface with a border. */
export function Panel({ className, ...rest }: ComponentProps<"section">) {
  return (
    <section {...rest} className={cx("rounded-panel border border-line bg-panel p-4 sm:p-5", className)} />
  );
}

interface PartProps {
  readonly title: string;
  /** The level of its heading: 2 in a panel without a heading of its own. */
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}

/** A heading over a part of a panel, with its content. */
export function Part({ title, level = 3, children }: PartProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="mt-5">
      <Heading className="mb-2 text-sm font-semibold text-muted">{title}</Heading>
      {children}
    </div>
  );
}
