import { useSyncExternalStore } from "react";

const KEY = "gantry-theme";
const dark = matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

/** The scheme that is shown: the chosen one, or that of the system. */
function shown(): "light" | "dark" {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return dark.matches ? "dark" : "light";
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  dark.addEventListener("change", listener);
  return () => {
    listeners.delete(listener);
    dark.removeEventListener("change", listener);
  };
}

/** Light or dark, and a switch to the other. `public/theme.js` applies the choice before the first paint. */
export function useTheme(): { readonly other: "light" | "dark"; readonly toggle: () => void } {
  const theme = useSyncExternalStore(subscribe, shown);
  const other = theme === "dark" ? "light" : "dark";
  const toggle = () => {
    localStorage.setItem(KEY, other);
    document.documentElement.dataset.theme = other;
    for (const listener of listeners) listener();
  };
  return { other, toggle };
}
