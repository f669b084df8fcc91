import { type ReactNode, useState } from "react";
import { PhaseBadge } from "../missions/phase-badge.tsx";
import { chooseTheme, useTheme } from "../shell/theme.ts";
import { Skeleton } from "../ui/async.tsx";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { ConfirmButton } from "../ui/confirm-button.tsx";
import { Digest } from "../ui/copy.tsx";
import { Empty } from "../ui/empty.tsx";
import { Field } from "../ui/field.tsx";
import { COMMAND_KEY, Keys } from "../ui/keys.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { Switch } from "../ui/switch.tsx";
import { useWords } from "../words/words.ts";
import { Colors } from "./colors.tsx";

const DIGITS = "0123456789 abcdef";

/** What pages are made of, each in its states. */
export function DesignPage() {
  const { design, settings } = useWords();
  return (
    <Page
      title={design.title}
      lead={design.lead}
      actions={
        <Choice
          label={settings.appearance}
          options={settings.themes}
          value={useTheme()}
          choose={chooseTheme}
        />
      }
    >
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
        <Part title={design.colors}>
          <Colors />
        </Part>
        <Part title={design.type}>
          <Type />
        </Part>
        <Part title={design.buttons}>
          <Buttons />
        </Part>
        <Part title={design.fields}>
          <Fields />
        </Part>
        <Part title={design.notices}>
          <Notices />
        </Part>
        <Part title={design.states}>
          <States />
        </Part>
        <Part title={design.waiting}>
          <Skeleton lines={2} />
          <Empty title={design.empty}>{design.emptyLead}</Empty>
        </Part>
        <Part title={design.over}>
          <ConfirmButton label={design.kinds.danger} question={design.question} confirm={() => {}} />
          <div className="flex items-center gap-6">
            <Keys keys={[COMMAND_KEY, "K"]} />
            <Digest value={"0f5f63a1".repeat(8)} label={design.keys} />
          </div>
        </Part>
      </div>
    </Page>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="min-w-0 space-y-3">
      <h2 className="text-sm font-semibold text-muted">{title}</h2>
      {children}
    </section>
  );
}

function Type() {
  const { headline, title, section, text, detail } = useWords().design.sizes;
  return (
    <div className="space-y-1">
      <p className="text-2xl font-semibold tracking-tight">{headline}</p>
      <p className="text-xl font-semibold tracking-tight">{title}</p>
      <p className="text-lg font-semibold">{section}</p>
      <p>{text}</p>
      <p className="text-sm text-muted">{detail}</p>
      <p>
        <code className="font-mono text-sm">{DIGITS}</code>
      </p>
    </div>
  );
}

function Buttons() {
  const { kinds, busy, off } = useWords().design;
  return (
    <div className="flex flex-wrap gap-2">
      {(Object.keys(kinds) as (keyof typeof kinds)[]).map((kind) => (
        <Button key={kind} kind={kind}>
          {kinds[kind]}
        </Button>
      ))}
      <Button kind="primary" busy>
        {busy}
      </Button>
      <Button disabled>{off}</Button>
    </div>
  );
}

function Fields() {
  const { design, settings } = useWords();
  const [on, setOn] = useState(true);
  const [theme, setTheme] = useState<keyof typeof settings.themes>("light");
  return (
    <>
      <Field label={design.field} placeholder={design.hint} />
      <Switch label={design.switch} checked={on} set={setOn} />
      <Choice label={design.choice} options={settings.themes} value={theme} choose={setTheme} />
    </>
  );
}

function Notices() {
  const { noticeTexts } = useWords().design;
  return (Object.keys(noticeTexts) as (keyof typeof noticeTexts)[]).map((kind) => (
    <Notice key={kind} kind={kind}>
      {noticeTexts[kind]}
    </Notice>
  ));
}

function States() {
  return (
    <div className="flex flex-wrap gap-x-5 gap-y-2">
      {(["BUILDING", "AWAITING_APPROVAL", "DEPLOYED", "FAILED", "CANCELLED"] as const).map((phase) => (
        <PhaseBadge key={phase} phase={phase} />
      ))}
    </div>
  );
}
