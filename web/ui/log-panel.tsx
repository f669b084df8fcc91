import type { ComponentProps, ReactNode } from "react";
import { useWords } from "../words/words.ts";
import { Button } from "./button.tsx";
import { cx } from "./cx.ts";
import { useFollow } from "./use-follow.ts";

interface LogPanelProps extends Pick<ComponentProps<"div">, "className" | "dir" | "children"> {
  /** The id of the heading, which is part of `head`. */
  readonly heading: string;
  readonly head: ReactNode;
  /** How many entries it has. */
  readonly length: number;
  /** Whether it is opened at its end. */
  readonly fromEnd?: boolean;
  readonly foot?: ReactNode;
}

/** Entries in a box that scrolls. It follows what is new unless the person has scrolled up. */
export function LogPanel({
  heading,
  head,
  length,
  fromEnd = true,
  foot,
  className,
  ...entries
}: LogPanelProps) {
  const { missions } = useWords();
  const { box, onScroll, isAtEnd, toEnd } = useFollow(length, fromEnd);
  return (
    <section aria-labelledby={heading} className="relative min-w-0 rounded-panel border border-line bg-panel">
      {head}
      <div
        ref={box}
        role="log"
        aria-live="off"
        aria-labelledby={heading}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
        className={cx("max-h-[36rem] overflow-auto py-2 font-mono text-sm", className)}
        onScroll={onScroll}
        {...entries}
      />
      {foot}
      {!isAtEnd && (
        <Button className="absolute end-4 bottom-3 shadow-lg" onClick={toEnd}>
          {missions.toLatest}
        </Button>
      )}
    </section>
  );
}
