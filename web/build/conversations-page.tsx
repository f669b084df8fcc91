import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import type { Conversation } from "#sdk/typescript/api.ts";
import { foundConversations } from "../service/queries.ts";
import { Async } from "../ui/async.tsx";
import { Empty } from "../ui/empty.tsx";
import { Older } from "../ui/older.tsx";
import { Page } from "../ui/page.tsx";
import { SearchBox } from "../ui/search-box.tsx";
import { Time } from "../ui/time.tsx";
import { useWords } from "../words/words.ts";
import { Archive } from "./archive.tsx";

const route = getRouteApi("/conversations");

/** All conversations, newest first, filtered by what stands in the address. */
export function ConversationsPage() {
  const { build } = useWords();
  const filter = route.useSearch();
  const query = useInfiniteQuery(foundConversations(filter));
  return (
    <Page title={build.conversations} lead={build.conversationsLead} narrow>
      <Filter />
      <Async query={query} lines={8}>
        {({ pages }) => {
          const found = pages.flatMap((page) => page.conversations);
          return found.length === 0 ? <NoneFound /> : <Rows found={found} />;
        }}
      </Async>
      <Older query={query} label={build.olderConversations} />
    </Page>
  );
}

function Filter() {
  const { build } = useWords();
  const { q, archived } = route.useSearch();
  const navigate = useNavigate({ from: "/conversations" });
  return (
    <search className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      <SearchBox
        label={build.searchConversations}
        hint={build.searchHint}
        value={q}
        search={(words) => void navigate({ search: (old) => ({ ...old, q: words }), replace: true })}
      />
      <label className="flex min-h-9 items-center gap-2">
        <input
          type="checkbox"
          checked={archived === true}
          onChange={({ target }) =>
            void navigate({ search: (old) => ({ ...old, archived: target.checked || undefined }) })
          }
        />
        {build.archivedOnly}
      </label>
    </search>
  );
}

function NoneFound() {
  const { build } = useWords();
  const { q, archived } = route.useSearch();
  if (q !== undefined || archived)
    return (
      <Empty title={build.noMatch}>
        <Link to="/conversations" className="underline">
          {build.showAll}
        </Link>
        .
      </Empty>
    );
  return (
    <Empty title={build.noConversations}>
      <Link to="/" className="underline">
        {build.sayWhatYouWant}
      </Link>
      .
    </Empty>
  );
}

function Rows({ found }: { readonly found: readonly Conversation[] }) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-panel border border-line bg-panel">
      {found.map((each) => (
        <Row key={each.conversation_id} conversation={each} />
      ))}
    </ul>
  );
}

function Row({ conversation }: { readonly conversation: Conversation }) {
  const { conversation_id: id, kind, title, speech, state, updated_at } = conversation;
  const { build, chat } = useWords();
  const states: Readonly<Record<string, string>> = kind === "chat" ? chat.states : build.states;
  const address =
    kind === "chat"
      ? ({ to: "/chat", search: { id } } as const)
      : ({ to: "/conversations/$id", params: { id } } as const);
  return (
    <li className="flex items-center gap-1 pe-2 hover:bg-raised">
      <Link {...address} className="block min-w-0 flex-1 px-4 py-2.5">
        <span className="flex justify-between gap-4">
          <bdi className="truncate font-medium">{title}</bdi>
          <span className="shrink-0 text-sm text-muted">
            <Time at={updated_at} />
          </span>
        </span>
        <span className="block truncate text-sm text-muted">
          {states[state]} · {speech}
        </span>
      </Link>
      <Archive consultation={conversation} />
    </li>
  );
}
