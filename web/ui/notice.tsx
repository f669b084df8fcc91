import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";

const KINDS = {
  error: { icon: CircleAlert, color: "text-bad" },
  warning: { icon: TriangleAlert, color: "text-wait" },
  done: { icon: CircleCheck, color: "text-good" },
  info: { icon: Info, color: "text-accent" },
} as const;

/** A sentence that a person should not miss, and what to do about it. */
export function Notice({
  kind,
  children,
}: {
  readonly kind: keyof typeof KINDS;
  readonly children: ReactNode;
}) {
  const { icon: Icon, color } = KINDS[kind];
  return (
    <div
      role={kind === "error" ? "alert" : undefined}
      className="flex items-start gap-3 rounded-lg border border-line bg-raised px-3 py-2.5"
    >
      <Icon aria-hidden className={cx("mt-0.5 size-4 shrink-0", color)} />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
