import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Consultation } from "#sdk/typescript/api.ts";
import { consultations } from "../service/queries.ts";
import { Async } from "../ui/async.tsx";
import { Empty } from "../ui/empty.tsx";
import { Older } from "../ui/older.tsx";
import { Page } from "../ui/page.tsx";
import { Time } from "../ui/time.tsx";
import { useWords } from "../words/words.ts";

/** All conversations, newest first. */
export function ConversationsPage() {
  const { build } = useWords();
  const query = useInfiniteQuery(consultations);
  return (
    <Page title={build.conversations} lead={build.conversationsLead} narrow>
      <Async query={query} lines={8}>
        {({ pages }) => {
          const found = pages.flatMap((page) => page.consultations);
          if (found.length === 0)
            return (
              <Empty title={build.noConversations}>
                <Link to="/" className="underline">
                  {build.sayWhatYouWant}
                </Link>
                .
              </Empty>
            );
          return (
            <ul className="divide-y divide-line overflow-hidden rounded-panel border border-line bg-panel">
              {found.map((each) => (
                <Row key={each.conversation_id} consultation={each} />
              ))}
            </ul>
          );
        }}
      </Async>
      <Older query={query} label={build.olderConversations} />
    </Page>
  );
}

function Row({
  consultation: { conversation_id: id, plan, speech, state, updated_at },
}: {
  readonly consultation: Consultation;
}) {
  const { build } = useWords();
  return (
    <li>
      <Link to="/conversations/$id" params={{ id }} className="block px-4 py-2.5 hover:bg-raised">
        <span className="flex justify-between gap-4">
          <bdi className="truncate font-medium">{plan?.title ?? build.noPlan}</bdi>
          <span className="shrink-0 text-sm text-muted">
            <Time at={updated_at} />
          </span>
        </span>
        <span className="block truncate text-sm text-muted">
          {build.states[state]} · {speech}
        </span>
      </Link>
    </li>
  );
}
