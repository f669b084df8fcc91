import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { client } from "../service/client.ts";
import { queries, session } from "../service/queries.ts";
import { keepSession } from "../service/session.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Panel } from "../ui/panel.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { inline } from "../words/inline.ts";
import { useWords } from "../words/words.ts";

/** The only user of an installation whose operator has added no others. */
const OWNER = "owner";

/** The way in: the password that `npm start` has shown. */
export function LogIn() {
  const { shell } = useWords();
  useEffect(() => {
    document.title = `${shell.logIn} – Gantry`;
  }, [shell]);
  const logIn = useMutation({
    mutationFn: (form: FormData) =>
      client.logIn({ user: String(form.get("user")), password: String(form.get("password")) }),
    onSuccess: (created) => {
      keepSession(created);
      return queries.invalidateQueries(session);
    },
  });
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center px-4">
      <img src="/favicon.svg" alt="" width="48" height="48" />
      <h1 className="mt-4 text-2xl font-semibold tracking-tight">Gantry</h1>
      <p className="mt-1 mb-6 text-muted">{shell.promise}</p>
      <Panel>
        <form
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            logIn.mutate(new FormData(event.currentTarget));
          }}
        >
          <Field
            label={shell.user}
            name="user"
            defaultValue={OWNER}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <Field
            label={shell.password}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            autoFocus
          />
          <p role="status" className="text-bad empty:hidden">
            {logIn.isError ? sentenceOf(logIn.error) : ""}
          </p>
          <Button kind="primary" type="submit" busy={logIn.isPending} className="w-full">
            {shell.logIn}
          </Button>
        </form>
      </Panel>
      <p className="mt-4 text-sm text-muted">
        {inline(
          shell.whereIsThePassword((text) => (
            <a className="underline" href="/docs">
              {text}
            </a>
          )),
        )}
      </p>
    </main>
  );
}
