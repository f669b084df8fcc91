import { useEffect, useState } from "react";

/** How long a value must stay the same: the pause after typing. */
const PAUSE_MS = 250;

/** A value once it has stayed the same for a moment, so that not each letter of a word is searched for. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
