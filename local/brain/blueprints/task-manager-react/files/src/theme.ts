import { useEffect, useState } from "react";

const KEY = "{{project_name}}.theme";
export type Theme = "light" | "dark";

export function otherTheme(theme: Theme): Theme {
  return theme === "dark" ? "light" : "dark";
}

/** The theme the page has, and how to switch and keep it. `public/theme-start.js` chose the first one. */
export function useTheme(): [Theme, () => void] {
  const [theme, setTheme] = useState<Theme>(document.documentElement.dataset.theme === "dark" ? "dark" : "light");
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const toggle = () => {
    setTheme(otherTheme(theme));
    try {
      localStorage.setItem(KEY, otherTheme(theme));
    } catch {
      // The choice then lasts as long as the page.
    }
  };
  return [theme, toggle];
}
