import { useSyncExternalStore } from "react";

/** The token in the address: what stands behind `#`. */
export function useToken(): string {
  return useSyncExternalStore(subscribe, () => location.hash.slice(1));
}

function subscribe(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}
