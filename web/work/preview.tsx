import { ExternalLink } from "lucide-react";
import { useState } from "react";
import { buttonLook } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Notice } from "../ui/notice.tsx";
import { useWords } from "../words/words.ts";
import { frameFault } from "./frame-fault.ts";
import { Screenshots } from "./screenshots.tsx";
import type { WorkProps } from "./view.ts";

/** Widths of devices in CSS pixels; undefined for all the room there is. */
const WIDTHS = { phone: 390, tablet: 768, desktop: undefined } as const;
type Device = keyof typeof WIDTHS;

/** The app in a frame without rights on this page, as wide as a phone, a tablet or a desktop. */
export default function Preview({ mission, attempt }: WorkProps) {
  const { work } = useWords();
  const [device, setDevice] = useState<Device>("desktop");
  const url = mission.url ?? mission.preview_url;
  if (url === null) return <Notice kind="info">{work.noPreview}</Notice>;
  const fault = frameFault(url, window.location.origin, navigator.userAgent);
  if (fault)
    return (
      <>
        <Notice kind="info">{work.frameFaults[fault]}</Notice>
        {attempt.acceptance && (
          <Screenshots mission={mission.mission_id} screenshots={attempt.acceptance.screenshots} />
        )}
      </>
    );
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Choice label={work.device} options={work.devices} value={device} choose={setDevice} />
        <a href={url} target="_blank" rel="noreferrer" className={buttonLook("quiet")}>
          <ExternalLink aria-hidden className="size-4" />
          {work.ownTab}
        </a>
      </div>
      <div className="overflow-x-auto rounded-panel border border-line bg-raised p-2">
        <iframe
          src={url}
          title={work.theApp(mission.title)}
          sandbox="allow-scripts allow-same-origin allow-forms allow-modals allow-downloads allow-popups"
          referrerPolicy="no-referrer"
          style={{ inlineSize: WIDTHS[device] ?? "100%" }}
          className="mx-auto block h-[40rem] rounded-lg border border-line bg-white"
        />
      </div>
      <p className="text-sm text-muted">{work.frameHint}</p>
    </div>
  );
}
