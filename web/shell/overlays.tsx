import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { showOverlay, useOverlay } from "./overlay.ts";
import { hasSingleKeys } from "./single-keys.ts";

const Palette = lazy(() => import("../palette/palette.tsx"));
const Shortcuts = lazy(() => import("../palette/shortcuts.tsx"));

/** The palette and the list of shortcuts, and the keys that open them. */
export function Overlays() {
  const overlay = useOverlay();
  useShortcuts();
  const close = () => showOverlay(null);
  return (
    <Suspense>
      {overlay === "palette" && <Palette close={close} />}
      {overlay === "shortcuts" && <Shortcuts close={close} />}
    </Suspense>
  );
}

function useShortcuts(): void {
  const navigate = useNavigate();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey } = event;
      if (event.defaultPrevented || event.isComposing) return;
      if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === "k") {
        event.preventDefault();
        showOverlay("palette");
      } else if (!ctrlKey && !metaKey && !altKey && hasSingleKeys() && !isElsewhere(event.target)) {
        if (key === "?") showOverlay("shortcuts");
        if (key === "n") void navigate({ to: "/" });
      }
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [navigate]);
}

/** Whether a key belongs to a text box, or to a dialog that lies over the page. */
function isElsewhere(target: EventTarget | null): boolean {
  return (
    document.querySelector("dialog[open]") !== null ||
    (target instanceof HTMLElement && target.closest("input, textarea, select") !== null)
  );
}
