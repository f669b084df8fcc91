import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { ChatWithMessages } from "#sdk/typescript/api.ts";
import { Archive } from "../build/archive.tsx";
import { Composer } from "../build/composer.tsx";
import { Rename } from "../build/rename.tsx";
import { chatWith, refreshConversation } from "../service/queries.ts";
import { Async } from "../ui/async.tsx";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { useWords } from "../words/words.ts";
import { ask, type Known } from "./ask.ts";
import { Turns } from "./turns.tsx";

const route = getRouteApi("/chat");

/** Questions and answers: a new chat, or the one in the address. */
export function ChatPage() {
  const { chat } = useWords();
  const { id } = route.useSearch();
  const query = useQuery({ ...chatWith(id ?? ""), enabled: id !== undefined });
  const { asking, send, start, setStart } = useAsking(id);
  const current = id === undefined ? undefined : query.data;
  const turns = (messages: ChatWithMessages["messages"], isAnswering = false) => (
    <Turns
      messages={messages}
      isAnswering={isAnswering}
      asked={asking.isPending ? asking.variables : undefined}
      known={asking.known}
    />
  );
  return (
    <Page
      title={current?.title || chat.ask}
      lead={chat.lead}
      narrow
      actions={
        current && (
          <>
            <Rename id={current.conversation_id} title={current.title} />
            <Archive consultation={current} />
            <Link to="/chat" className="self-center underline">
              {chat.newChat}
            </Link>
          </>
        )
      }
    >
      {id === undefined ? (
        turns([])
      ) : (
        <Async query={query} lines={5}>
          {({ messages, state }) => turns(messages, state === "answering")}
        </Async>
      )}
      {id === undefined && !asking.isPending && <Suggestions choose={setStart} />}
      <div className="mt-4 space-y-3">
        {asking.isError && <Notice kind="error">{sentenceOf(asking.error)}</Notice>}
        <Composer
          label={chat.yourQuestion}
          action={chat.ask}
          placeholder={chat.hint}
          images={false}
          busy={asking.isPending}
          start={start}
          send={({ text }) => send(text)}
        />
      </div>
    </Page>
  );
}

/** The question that is being answered. The address names a new chat once it is stored. */
function useAsking(id: string | undefined) {
  const navigate = useNavigate({ from: "/chat" });
  const [known, setKnown] = useState<Known>({ text: "" });
  const [start, setStart] = useState<string>();
  const { mutateAsync: send, ...asking } = useMutation({
    mutationFn: async (message: string) => {
      setKnown({ text: "" });
      const answer = await ask({ message, ...(id !== undefined && { conversation_id: id }) }, setKnown);
      await refreshConversation(answer.conversation_id);
      if (id === undefined) await navigate({ search: { id: answer.conversation_id }, replace: true });
    },
  });
  return { send, asking: { ...asking, known }, start, setStart };
}

function Suggestions({ choose }: { readonly choose: (question: string) => void }) {
  const { chat } = useWords();
  return (
    <section aria-label={chat.suggestions}>
      <h2 className="mb-2 text-sm text-muted">{chat.suggestions}</h2>
      <ul className="flex flex-wrap gap-2">
        {chat.suggested.map((question) => (
          <li key={question}>
            <Button onClick={() => choose(question)}>{question}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
