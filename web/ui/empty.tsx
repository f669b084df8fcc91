import type { ReactNode } from "react";

/** What stands where there is nothing yet: a sentence, and one next step. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="rounded-panel border border-dashed border-line px-6 py-12 text-center">
      <p className="font-medium">{title}</p>
      <div className="mt-2 text-muted">{children}</div>
    </div>
  );
}
