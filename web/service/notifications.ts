import { useSyncExternalStore } from "react";

type State = "off" | "on" | "blocked" | "unsupported";

const KEY = "gantry-notifications";
const listeners = new Set<() => void>();
/** Whether the browser has refused to show one, as those of phones do without a service worker. */
let isRefused = false;

function state(): State {
  if (isRefused || !("Notification" in window)) return "unsupported";
  const wanted = localStorage.getItem(KEY) === "on";
  if (wanted && Notification.permission === "granted") return "on";
  return Notification.permission === "denied" ? "blocked" : "off";
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changed(): void {
  for (const listener of listeners) listener();
}

/** Whether this browser shows notifications: chosen on this device, and permitted by the browser. */
export function useNotifications(): State {
  return useSyncExternalStore(subscribe, state);
}

/** Asks the browser for the permission, and shows what it will be like. */
export async function turnOn(example: string): Promise<void> {
  if ((await Notification.requestPermission()) === "granted") {
    localStorage.setItem(KEY, "on");
    notify("Gantry", example);
  }
  changed();
}

export function turnOff(): void {
  localStorage.removeItem(KEY);
  changed();
}

/** Shows a notification; a press on it leads to the page, where `open` is called. */
export function notify(title: string, body: string, open: () => void = () => {}): void {
  try {
    const shown = new Notification(title, { body, icon: "/favicon.svg" });
    shown.addEventListener("click", () => {
      window.focus();
      shown.close();
      open();
    });
  } catch {
    isRefused = true;
    changed();
  }
}
