import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { Button } from "./button.tsx";

interface OlderProps {
  readonly query: UseInfiniteQueryResult;
  /** What the button says. */
  readonly label: string;
}

/** Reads a list on; nothing at its end. */
export function Older({ query, label }: OlderProps) {
  if (!query.hasNextPage) return null;
  return (
    <Button className="mt-4" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      {label}
    </Button>
  );
}
