import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { cx } from "./cx.ts";

interface DialogProps {
  readonly title: string;
  /** Whether its content fills it, and shows by itself what it is: the title is only read. */
  readonly filled?: boolean;
  /** After Escape, or a press beside the dialog. */
  readonly close: () => void;
  readonly children: ReactNode;
}

/** A dialog over the page: the browser keeps the focus inside, and returns it when the dialog is gone. */
export function Dialog({ title, filled = false, close, children }: DialogProps) {
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
        "w-[calc(100%-2rem)] rounded-panel border border-line bg-panel text-text shadow-2xl backdrop:bg-black/40",
        filled ? "mx-auto mt-[12vh] max-w-xl overflow-hidden" : "m-auto max-w-md p-5",
      )}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={({ target }) => {
        if (target === box.current) close();
      }}
    >
      <h2 id={id} className={filled ? "sr-only" : "text-lg font-semibold"}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}
