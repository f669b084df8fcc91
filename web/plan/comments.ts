import { useState } from "react";
import type { Comment } from "./comment.ts";

/** The comments of a person on the lines of a plan. */
export interface Commenting {
  readonly comments: readonly Comment[];
  /** Keeps what is written on a line; an empty text takes the comment back. */
  readonly write: (line: string, text: string) => void;
  readonly clear: () => void;
}

export function useComments(): Commenting {
  const [comments, set] = useState<readonly Comment[]>([]);
  return {
    comments,
    write: (line, text) =>
      set((before) => {
        const known = before.some((each) => each.line === line);
        if (text === "") return before.filter((each) => each.line !== line);
        return known
          ? before.map((each) => (each.line === line ? { line, text } : each))
          : [...before, { line, text }];
      }),
    clear: () => set([]),
  };
}
