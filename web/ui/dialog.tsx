import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { cx } from "./cx.ts";

interface DialogProps {
  readonly title: string;
  /** Whether the title is only read, because the dialog shows what it is. */
  readonly untitled?: boolean;
  readonly className?: string;
  /** After Escape, or a press beside the dialog. */
  readonly close: () => void;
  readonly children: ReactNode;
}

/** A dialog over the page: the browser keeps the focus inside, and returns it when the dialog is gone. */
export function Dialog({ title, untitled = false, className, close, children }: DialogProps) {
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it as well
    <dialog
      ref={box}
      aria-labelledby={id}
      className={cx(
        "m-auto w-[calc(100%-2rem)] max-w-md rounded-panel border border-line bg-panel p-5 text-text shadow-2xl backdrop:bg-black/40",
        className,
      )}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={({ target }) => {
        if (target === box.current) close();
      }}
    >
      <h2 id={id} className={untitled ? "sr-only" : "text-lg font-semibold"}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}
