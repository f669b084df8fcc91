import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { session } from "../service/queries.ts";
import { chooseTheme, useTheme } from "../shell/theme.ts";
import { Choice } from "../ui/choice.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { LANGUAGES } from "../words/language.ts";
import { chooseLanguage, useWords } from "../words/words.ts";
import { Checks } from "./checks.tsx";
import { Keys } from "./keys.tsx";
import { Notifications } from "./notifications.tsx";
import { Password } from "./password.tsx";
import { Section } from "./section.tsx";
import { Sessions } from "./sessions.tsx";
import { ThisSession } from "./this-session.tsx";

/** What a person sets for this device, and the keys of their other devices. */
export function SettingsPage() {
  const { settings, access, checks } = useWords();
  const isOwner = useQuery(session).data?.membership === "owner";
  return (
    <Page title={settings.settings} lead={settings.lead}>
      <div>
        <Section title={settings.appearance}>
          <Appearance />
        </Section>
        <Section title={settings.language}>
          <Language />
        </Section>
        <Section title={settings.notifications} lead={settings.notifyLead}>
          <Notifications />
        </Section>
        <Section title={settings.devices} lead={settings.devicesLead}>
          <Keys />
        </Section>
        <Section title={settings.session}>
          <ThisSession />
        </Section>
        <Section title={access.sessions} lead={access.sessionsLead}>
          <Sessions />
        </Section>
        <Section title={access.password} lead={access.passwordLead}>
          <Password />
        </Section>
        {isOwner && (
          <Section title={checks.title} lead={checks.lead}>
            <Checks />
          </Section>
        )}
      </div>
      <p className="mt-2 border-t border-line pt-6">
        <Link to="/design" className="text-muted underline hover:text-text">
          {settings.design}
        </Link>
      </p>
    </Page>
  );
}

function Appearance() {
  const { settings } = useWords();
  return (
    <Choice label={settings.appearance} options={settings.themes} value={useTheme()} choose={chooseTheme} />
  );
}

function Language() {
  const { settings, language } = useWords();
  const choose = useMutation({ mutationFn: chooseLanguage });
  return (
    <div className="space-y-3">
      <Choice
        label={settings.language}
        options={LANGUAGES}
        value={language}
        choose={choose.mutate}
        languages
      />
      {choose.isError && <Notice kind="error">{sentenceOf(choose.error)}</Notice>}
    </div>
  );
}
