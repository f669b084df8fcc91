import type { Keeps } from "./earlier";

/** The browser's storage of texts; an empty one where it is forbidden. */
export function browserStorage(): Keeps {
  try {
    return localStorage;
  } catch {
    return { getItem: () => null, setItem: () => {}, removeItem: () => {} };
  }
}
