import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "./cx.ts";

const KINDS = {
  primary: "bg-solid text-on-solid hover:opacity-90 font-medium",
  secondary: "border border-line bg-panel hover:bg-raised",
  quiet: "text-muted hover:bg-raised hover:text-text",
  danger: "border border-line text-bad hover:bg-raised",
} as const;

type Kind = keyof typeof KINDS;

const SHAPE =
  "inline-flex min-h-9 items-center justify-center gap-2 rounded-control px-3 py-1.5 text-base transition-[background-color,opacity,transform] duration-150 active:scale-[.98] disabled:opacity-60 pointer-coarse:min-h-11";

/** The look of a button, for a link that stands among buttons. */
export const buttonLook = (kind: Kind = "secondary"): string => cx(SHAPE, KINDS[kind]);

interface ButtonProps extends ComponentProps<"button"> {
  readonly kind?: Kind;
  /** Whether its effect is under way. The label stays, and a second press has no effect. */
  readonly busy?: boolean;
}

/** A button. Its label says what happens. */
export function Button({ kind, busy = false, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy}
      disabled={busy || rest.disabled}
      className={cx(buttonLook(kind), className)}
    >
      {busy && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
      {children}
    </button>
  );
}
