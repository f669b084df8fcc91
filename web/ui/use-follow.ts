import { type RefObject, type UIEvent, useEffect, useRef, useState } from "react";

/** How close to its end a box counts as being read at its end. */
const AT_END_PX = 48;

interface Follow {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly onScroll: (event: UIEvent<HTMLDivElement>) => void;
  /** Whether the end is in view, and what is added there is followed. */
  readonly isAtEnd: boolean;
  readonly toEnd: () => void;
}

/** Follows the end of a box that grows, unless the person has scrolled up; from the beginning if it is opened at its end. */
export function useFollow(length: number, fromEnd = true): Follow {
  const box = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(fromEnd);
  const toEnd = () => box.current?.scrollTo({ top: box.current.scrollHeight });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new entry moves the end
  useEffect(() => {
    if (isAtEnd) toEnd();
  }, [length, isAtEnd]);
  const onScroll = ({ currentTarget: { scrollHeight, scrollTop, clientHeight } }: UIEvent<HTMLDivElement>) =>
    setAtEnd(scrollHeight - scrollTop - clientHeight < AT_END_PX);
  return { box, onScroll, isAtEnd, toEnd };
}
