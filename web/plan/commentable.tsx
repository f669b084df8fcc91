import { MessageSquarePlus, MessageSquareText } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { cx } from "../ui/cx.ts";
import { useWords } from "../words/words.ts";
import type { Commenting } from "./comments.ts";

interface CommentableProps {
  /** The line, as it is quoted. */
  readonly line: string;
  /** Absent where nothing can be said any more. */
  readonly commenting: Commenting | undefined;
  readonly children: ReactNode;
}

/** A line of the plan on which a person can comment. */
export function Commentable({ line, commenting, children }: CommentableProps) {
  const { plan } = useWords();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  if (!commenting) return children;
  const text = commenting.comments.find((each) => each.line === line)?.text ?? "";
  const Icon = text === "" ? MessageSquarePlus : MessageSquareText;
  return (
    <>
      <div className="flex items-center justify-between gap-2">
        <div className="min-w-0 flex-1">{children}</div>
        <button
          type="button"
          aria-label={plan.commentOn(line)}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
          className={cx(
            "grid size-7 shrink-0 place-items-center rounded-md hover:bg-tint",
            text === "" ? "text-muted" : "text-accent",
          )}
        >
          <Icon aria-hidden className="size-4" />
        </button>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <textarea
            aria-label={plan.commentOn(line)}
            // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
            autoFocus
            value={text}
            rows={2}
            maxLength={1000}
            placeholder={plan.commentHint}
            className="field-sizing-content mt-1 mb-2 w-full rounded-lg border border-edge bg-page px-2.5 py-1.5 placeholder:text-muted"
            onChange={({ target }) => commenting.write(line, target.value)}
            onKeyDown={({ key }) => key === "Escape" && setOpen(false)}
          />
        )}
      </div>
    </>
  );
}
