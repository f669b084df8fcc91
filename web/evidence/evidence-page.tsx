import { useMutation } from "@tanstack/react-query";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { Panel } from "../ui/panel.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { useWords, words } from "../words/words.ts";
import { trustedKey } from "./trusted-key.ts";
import { VerdictCard } from "./verdict-card.tsx";
import { verify } from "./verify.ts";

/** Verifies the pack of any mission, in this browser: the file is sent nowhere. */
export function EvidencePage() {
  const { evidence } = useWords();
  const check = useMutation({ mutationFn: verifyForm });
  return (
    <Page title={evidence.title} lead={evidence.lead} narrow>
      <Panel aria-label={evidence.pack}>
        <form
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            check.mutate(new FormData(event.currentTarget));
          }}
        >
          <Field label={evidence.file} name="pack" type="file" accept=".zip,application/zip" required />
          <Field label={evidence.ofMission} name="mission" placeholder="m_…" required spellCheck={false} />
          <div>
            <label htmlFor="key" className="mb-1 block font-medium">
              {evidence.key}
            </label>
            <textarea
              id="key"
              name="key"
              rows={4}
              spellCheck={false}
              placeholder={evidence.keyHint}
              className="w-full rounded-control border border-edge bg-panel px-3 py-2 font-mono text-sm placeholder:font-sans placeholder:text-muted"
            />
          </div>
          <Button kind="primary" type="submit" busy={check.isPending}>
            {evidence.verify}
          </Button>
        </form>
      </Panel>
      <div className="mt-4">
        {check.isError && <Notice kind="error">{sentenceOf(check.error)}</Notice>}
        {check.isSuccess && <VerdictCard verdict={check.data} />}
      </div>
    </Page>
  );
}

async function verifyForm(form: FormData) {
  const pack = form.get("pack");
  if (!(pack instanceof File)) throw new Error(words().evidence.chooseFile);
  const key = String(form.get("key")).trim();
  return verify({
    zip: new Uint8Array(await pack.arrayBuffer()),
    mission: String(form.get("mission")).trim(),
    key: key === "" ? (await trustedKey()).pem : key,
  });
}
