import { useMutation, useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { client } from "../service/client.ts";
import { queries, session, sessions } from "../service/queries.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { useWords } from "../words/words.ts";

/** The least characters that the service takes. */
const SHORTEST = 12;

/** Changes the person's password, which ends all their other sessions. */
export function Password() {
  const { access } = useWords();
  const { principal = "" } = useQuery(session).data ?? {};
  const form = useRef<HTMLFormElement>(null);
  const change = useMutation({
    mutationFn: (entered: FormData) => {
      const [current, next, again] = ["current", "next", "again"].map((name) => String(entered.get(name)));
      if (next !== again) throw new Error(access.differ);
      return client.changePassword({ current_password: current as string, new_password: next as string });
    },
    onSuccess: () => {
      form.current?.reset();
      return queries.invalidateQueries(sessions);
    },
    // Passwords are kept nowhere.
    gcTime: 0,
  });
  return (
    <form
      ref={form}
      className="max-w-sm space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(new FormData(event.currentTarget));
      }}
    >
      {/* Password managers find the account here. */}
      <input type="text" name="user" autoComplete="username" value={principal} readOnly hidden />
      <Field
        label={access.currentPassword}
        name="current"
        type="password"
        autoComplete="current-password"
        required
      />
      <Field
        label={access.newPassword}
        name="next"
        type="password"
        autoComplete="new-password"
        minLength={SHORTEST}
        required
      />
      <Field
        label={access.repeatPassword}
        name="again"
        type="password"
        autoComplete="new-password"
        required
      />
      <Button kind="primary" type="submit" busy={change.isPending}>
        {access.changePassword}
      </Button>
      {change.isError && <Notice kind="error">{sentenceOf(change.error)}</Notice>}
      {change.isSuccess && (
        <div role="status">
          <Notice kind="done">{access.passwordChanged(change.data.ended)}</Notice>
        </div>
      )}
    </form>
  );
}
