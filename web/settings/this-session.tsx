import { useMutation, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { logOut } from "../service/log-out.ts";
import { session } from "../service/queries.ts";
import { sessionExpiry } from "../service/session.ts";
import { Async } from "../ui/async.tsx";
import { Button } from "../ui/button.tsx";
import { wordFor } from "../words/word-for.ts";
import { useWords } from "../words/words.ts";

/** Who is logged in, with which rights, and until when. */
export function ThisSession() {
  const { settings, shell, formats } = useWords();
  const leave = useMutation({ mutationFn: logOut });
  const moment = (time: string | null | undefined) => time && formats.moment(new Date(time));
  return (
    <Async query={useQuery(session)}>
      {({ principal, tenant, membership, roles = [], auth_time }) => (
        <>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5">
            <Fact term={settings.principal}>{principal}</Fact>
            <Fact term={settings.tenant}>{tenant}</Fact>
            <Fact term={settings.role}>
              {membership && (wordFor(settings.roles, membership) ?? membership)}
            </Fact>
            <Fact term={settings.authority}>{roles.join(", ")}</Fact>
            <Fact term={settings.since}>{moment(auth_time)}</Fact>
            <Fact term={settings.until}>{moment(sessionExpiry())}</Fact>
          </dl>
          <Button className="mt-4" busy={leave.isPending} onClick={() => leave.mutate()}>
            {shell.logOut}
          </Button>
        </>
      )}
    </Async>
  );
}

/** A fact with its name; nothing if there is none. */
function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  if (!children) return null;
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </>
  );
}
