import { turnOff, turnOn, useNotifications } from "../service/notifications.ts";
import { Notice } from "../ui/notice.tsx";
import { Switch } from "../ui/switch.tsx";
import { useWords } from "../words/words.ts";

/** Whether this browser tells of missions that end or wait. */
export function Notifications() {
  const { settings } = useWords();
  const state = useNotifications();
  return (
    <div className="space-y-3">
      <Switch
        label={settings.notify}
        checked={state === "on"}
        disabled={state === "unsupported"}
        set={(on) => void (on ? turnOn(settings.notifyStarted) : turnOff())}
      />
      {state === "blocked" && <Notice kind="warning">{settings.notifyBlocked}</Notice>}
      {state === "unsupported" && <Notice kind="info">{settings.notifyUnsupported}</Notice>}
    </div>
  );
}
