import { useMutation, useQuery } from "@tanstack/react-query";
import { MonitorSmartphone } from "lucide-react";
import type { OwnSession } from "#sdk/typescript/api.ts";
import { client } from "../service/client.ts";
import { queries, sessions } from "../service/queries.ts";
import { Async } from "../ui/async.tsx";
import { ConfirmButton } from "../ui/confirm-button.tsx";
import { Notice } from "../ui/notice.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { Time } from "../ui/time.tsx";
import { inline } from "../words/inline.ts";
import { useWords } from "../words/words.ts";
import { clientName } from "./client-name.ts";

const refresh = () => queries.invalidateQueries(sessions);

/** The person's sessions that are valid, with which of them are ended one by one, or all others at once. */
export function Sessions() {
  const { access } = useWords();
  const endOthers = useMutation({ mutationFn: () => client.revokeOtherSessions({}), onSettled: refresh });
  return (
    <Async query={useQuery(sessions)}>
      {({ sessions: found }) => (
        <div className="space-y-3">
          <ul
            aria-label={access.sessions}
            className="divide-y divide-line rounded-panel border border-line bg-panel"
          >
            {found.map((each) => (
              <Row key={each.session_id} known={each} />
            ))}
          </ul>
          {found.length > 1 && (
            <ConfirmButton
              label={access.endOthers}
              question={access.askEndOthers}
              busy={endOthers.isPending}
              confirm={() => endOthers.mutate()}
            />
          )}
          {endOthers.isError && <Notice kind="error">{sentenceOf(endOthers.error)}</Notice>}
        </div>
      )}
    </Async>
  );
}

function Row({ known }: { readonly known: OwnSession }) {
  const { access } = useWords();
  const { session_id, begun_at, last_used_at, address, client: agent, current } = known;
  const end = useMutation({
    mutationFn: () => client.revokeSession({ id: session_id }),
    onSettled: refresh,
  });
  const name = agent ? clientName(agent) : access.unknownClient;
  return (
    <li className="px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <MonitorSmartphone aria-hidden className="size-4 shrink-0 text-muted" />
        <div className="min-w-0 flex-1 basis-40">
          <bdi className="font-medium" title={agent ?? undefined}>
            {name}
          </bdi>
          <p className="text-sm text-muted">
            {inline(access.begun(<Time at={begun_at} />))}, {inline(access.used(<Time at={last_used_at} />))},{" "}
            <bdi>{access.from(address)}</bdi>
          </p>
        </div>
        {current ? (
          <span className="text-sm text-muted">{access.thisOne}</span>
        ) : (
          <ConfirmButton
            label={access.end}
            about={name}
            question={access.askEnd(name)}
            busy={end.isPending}
            confirm={() => end.mutate()}
          />
        )}
      </div>
      {end.isError && <Notice kind="error">{sentenceOf(end.error)}</Notice>}
    </li>
  );
}
