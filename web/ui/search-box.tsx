import { useEffect, useState } from "react";
import { cx } from "./cx.ts";
import { SMALL_CONTROL } from "./field.tsx";
import { useSettled } from "./use-settled.ts";

interface SearchBoxProps {
  readonly label: string;
  readonly hint: string;
  /** What is searched for, as the address says. */
  readonly value: string | undefined;
  /** Called after a pause in typing; undefined for nothing. */
  readonly search: (words: string | undefined) => void;
}

/** A box for words to search for. */
export function SearchBox({ label, hint, value, search }: SearchBoxProps) {
  const [typed, setTyped] = useState(value ?? "");
  const settled = useSettled(typed.trim()) || undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed leads to a search
  useEffect(() => {
    if (settled !== value) search(settled);
  }, [settled]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another address leads to other words
  useEffect(() => {
    if (settled !== value) setTyped(value ?? "");
  }, [value]);
  return (
    <input
      type="search"
      aria-label={label}
      placeholder={hint}
      value={typed}
      className={cx(SMALL_CONTROL, "min-w-0 flex-1 basis-60")}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
}
