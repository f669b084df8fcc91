import { useSyncExternalStore } from "react";

/** What lies over the page. */
type Overlay = "palette" | "shortcuts" | null;

let shown: Overlay = null;
const listeners = new Set<() => void>();

/** Shows an overlay instead of the one that is shown; null for none. */
export function showOverlay(overlay: Overlay): void {
  shown = overlay;
  for (const listener of listeners) listener();
}

export function useOverlay(): Overlay {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}
