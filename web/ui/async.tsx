import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { useWords } from "../words/words.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";
import { sentenceOf } from "./sentence-of.ts";

interface AsyncProps<T> {
  readonly query: UseQueryResult<T>;
  /** The number of lines of its content, so that nothing moves when it is there. */
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}

/** Content that is fetched: a skeleton while it loads, the reason and another try if it cannot be loaded. */
export function Async<T>({ query, lines = 3, children }: AsyncProps<T>) {
  const { ui } = useWords();
  if (query.data !== undefined) return children(query.data);
  if (query.isError)
    return (
      <Notice kind="error">
        <p>{sentenceOf(query.error)}</p>
        <Button className="mt-2" onClick={() => void query.refetch()}>
          {ui.tryAgain}
        </Button>
      </Notice>
    );
  return <Skeleton lines={lines} />;
}

/** Lines where content will be. They appear after a moment, because most content is there sooner. */
export function Skeleton({ lines }: { readonly lines: number }) {
  const { ui } = useWords();
  const shown = useDelay(200);
  return (
    <div role="status" aria-label={ui.loading} className="space-y-3">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all the same
        <div key={line} className={shown ? "breathing h-9 rounded-lg bg-raised" : "h-9"} />
      ))}
    </div>
  );
}

function useDelay(ms: number): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return over;
}
