import type { ReactNode } from "react";

/** Lines that the browser draws together. */
const BLOCK = 100;
const LINE_REM = 1.25;

interface LinesProps<T> {
  readonly of: readonly T[];
  readonly children: (item: T, index: number) => ReactNode;
}

/** Many lines of equal height, of which the browser only draws those in view. All of them can be found and read aloud. */
export function Lines<T>({ of: items, children }: LinesProps<T>) {
  const blocks = Array.from({ length: Math.ceil(items.length / BLOCK) }, (_, at) => at * BLOCK);
  return blocks.map((start) => {
    const block = items.slice(start, start + BLOCK);
    return (
      <div
        key={start}
        style={{ contentVisibility: "auto", containIntrinsicBlockSize: `auto ${block.length * LINE_REM}rem` }}
      >
        {block.map((item, at) => children(item, start + at))}
      </div>
    );
  });
}
