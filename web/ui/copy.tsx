import { Check, Copy as CopyIcon } from "lucide-react";
import { useEffect, useState } from "react";
import { useWords } from "../words/words.ts";

interface CopyProps {
  /** All of it. */
  readonly value: string;
  /** What it is, as in "copy the hash of the plan". */
  readonly label: string;
}

/** The start of a digest, with a button that copies all of it. */
export function Digest({ value, label }: CopyProps) {
  return (
    <span className="inline-flex items-center gap-1">
      <code className="font-mono text-sm">{value.slice(0, 8)}</code>
      <CopyButton value={value} label={label} />
    </span>
  );
}

/** Copies a text, and says so for a moment. */
export function CopyButton({ value, label }: CopyProps) {
  const { ui } = useWords();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <button
      type="button"
      aria-label={copied ? ui.copied : ui.copy(label)}
      title={ui.copy(label)}
      className="rounded-control p-1 text-muted hover:bg-raised hover:text-text"
      onClick={() =>
        navigator.clipboard.writeText(value).then(
          () => setCopied(true),
          () => setCopied(false),
        )
      }
    >
      {copied ? <Check aria-hidden className="size-3.5" /> : <CopyIcon aria-hidden className="size-3.5" />}
    </button>
  );
}
