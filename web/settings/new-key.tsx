import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useId } from "react";
import { client } from "../service/client.ts";
import { keys, queries } from "../service/queries.ts";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy.tsx";
import { Field, SMALL_CONTROL } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { Panel } from "../ui/panel.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { inline } from "../words/inline.ts";
import { useWords } from "../words/words.ts";

/** How long a key is valid, in days. */
const LIFETIMES = [30, 90, 365] as const;
const USUAL = 90;
/** The longest name that the service takes, in characters. */
const LONGEST_NAME = 64;

/** Creates the key of a device, and shows it once. */
export function NewKey() {
  const { settings } = useWords();
  const lifetime = useId();
  const create = useMutation({
    mutationFn: (form: FormData) =>
      client.createKey({
        kind: "device",
        name: String(form.get("name")).trim(),
        expires_in_days: Number(form.get("days")),
      }),
    onSuccess: () => queries.invalidateQueries(keys),
    // The key is shown by this page and kept nowhere.
    gcTime: 0,
  });
  const { key, name } = create.data ?? {};
  if (key !== undefined && name !== undefined) return <Shown name={name} value={key} done={create.reset} />;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    create.mutate(new FormData(event.currentTarget));
  };
  return (
    <Panel aria-label={settings.newKey}>
      <h3 className="mb-3 font-medium">{settings.newKey}</h3>
      <form className="flex flex-wrap items-end gap-3" onSubmit={submit}>
        <div className="min-w-0 flex-1 basis-48">
          <Field
            label={settings.deviceName}
            name="name"
            placeholder={settings.deviceHint}
            maxLength={LONGEST_NAME}
            required
            autoComplete="off"
          />
        </div>
        <div>
          <label htmlFor={lifetime} className="mb-1 block font-medium">
            {settings.lifetime}
          </label>
          <select id={lifetime} name="days" defaultValue={USUAL} className={SMALL_CONTROL}>
            {LIFETIMES.map((days) => (
              <option key={days} value={days}>
                {settings.days(days)}
              </option>
            ))}
          </select>
        </div>
        <Button kind="primary" type="submit" busy={create.isPending}>
          {settings.createKey}
        </Button>
      </form>
      {create.isError && (
        <div className="mt-3">
          <Notice kind="error">{sentenceOf(create.error)}</Notice>
        </div>
      )}
    </Panel>
  );
}

interface ShownProps {
  readonly name: string;
  readonly value: string;
  readonly done: () => void;
}

function Shown({ name, value, done }: ShownProps) {
  const { settings } = useWords();
  return (
    <Panel aria-label={settings.keyFor(name)} role="status">
      <h3 className="font-medium">{settings.keyFor(name)}</h3>
      <p className="mt-1 text-muted">
        {inline(
          settings.shownOnce((text) => (
            <a href="/docs" className="underline">
              {text}
            </a>
          )),
        )}
      </p>
      <div className="mt-3 flex items-center gap-2 rounded-lg bg-raised p-3">
        <code className="min-w-0 flex-1 font-mono text-sm select-all">{value}</code>
        <CopyButton value={value} label={settings.theKey} />
      </div>
      <Button className="mt-3" onClick={done}>
        {settings.keyStored}
      </Button>
    </Panel>
  );
}
