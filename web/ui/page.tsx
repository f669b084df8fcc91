import { type ReactNode, useEffect, useRef } from "react";
import { cx } from "./cx.ts";

interface PageProps {
  readonly title: string;
  /** What stands beside the heading: actions of the page. */
  readonly actions?: ReactNode;
  /** A sentence below the heading. */
  readonly lead?: ReactNode;
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** A page of the client. Its heading gets the focus when it opens, so that screen readers read it. */
export function Page({ title, actions, lead, narrow = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title === "Gantry" ? title : `${title} – Gantry`;
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <div className={cx("mx-auto w-full px-4 py-6 sm:px-6 sm:py-8", narrow ? "max-w-3xl" : "max-w-6xl")}>
      <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 ref={heading} tabIndex={-1} className="text-xl font-semibold tracking-tight outline-none">
            {title}
          </h1>
          {lead && <div className="mt-1 text-muted">{lead}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
