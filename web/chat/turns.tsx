import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import type { ChatWithMessages } from "#sdk/typescript/api.ts";
import { Notice } from "../ui/notice.tsx";
import { useWords } from "../words/words.ts";
import type { Known } from "./ask.ts";

type Message = ChatWithMessages["messages"][number];

interface TurnsProps {
  readonly messages: readonly Message[];
  /** Whether the newest question is being answered, here or elsewhere. */
  readonly isAnswering: boolean;
  /** The question that was just asked here, with what is known of its answer. */
  readonly asked: string | undefined;
  readonly known: Known;
}

/** Questions with their answers. Text that arrives is not announced; the finished answer is, once. */
export function Turns({ messages, isAnswering, asked, known }: TurnsProps) {
  const { build, chat } = useWords();
  const newest = messages.at(-1);
  const isOpen = newest?.from === "person" && !newest.failure && !isAnswering && asked === undefined;
  const isKept = newest?.from === "person" && newest.text === asked;
  return (
    <>
      <ol className="mb-4 space-y-3" aria-label={build.messages}>
        {messages.map((message, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: messages are only added
          <Turn key={index} message={message} />
        ))}
        {asked !== undefined && !isKept && <Question text={asked} />}
        {(asked !== undefined || isAnswering) && (
          <li
            aria-busy="true"
            className="whitespace-pre-wrap rounded-panel border border-line bg-panel px-3.5 py-2.5"
          >
            <span className="sr-only">Gantry: </span>
            {known.text && asked !== undefined ? (
              <bdi>{known.text}</bdi>
            ) : (
              <span className="breathing text-muted">{chat.doing[known.doing ?? "answering"]}</span>
            )}
          </li>
        )}
      </ol>
      {isOpen && <Notice kind="error">{chat.noAnswer}</Notice>}
      <p role="status" className="sr-only">
        {asked === undefined && newest?.from === "gantry" ? chat.ready(firstSentence(newest.text)) : ""}
      </p>
    </>
  );
}

function Turn({ message: { from, text, sources = [], failure } }: { readonly message: Message }) {
  const { chat } = useWords();
  if (from === "person")
    return (
      <>
        <Question text={text} />
        {failure && (
          <li>
            <Notice kind="error">{failure.message}</Notice>
          </li>
        )}
      </>
    );
  return (
    <li className="rounded-panel border border-line bg-panel px-3.5 py-2.5">
      <span className="sr-only">Gantry: </span>
      <p className="whitespace-pre-wrap">
        <bdi>
          <WithMissions text={text} />
        </bdi>
      </p>
      {sources.length > 0 && (
        <div className="mt-2 text-sm text-muted">
          {chat.sources}:
          <ul>
            {sources.map(({ title, path }) => (
              <li key={path} className="break-words">
                {title} <code className="text-xs">{path}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}

function Question({ text }: { readonly text: string }) {
  const { build } = useWords();
  return (
    <li className="ms-auto w-fit max-w-[90%] whitespace-pre-wrap rounded-panel bg-tint px-3.5 py-2.5">
      <span className="sr-only">{build.you}: </span>
      <bdi>{text}</bdi>
    </li>
  );
}

/** A text whose missions are links. */
function WithMissions({ text }: { readonly text: string }) {
  return text.split(/\b(m_[0-9a-z]{25})\b/).map((part, index) =>
    index % 2 === 1 ? (
      <Link key={`${part}-${String(index)}`} to="/missions/$id" params={{ id: part }} className="underline">
        {part}
      </Link>
    ) : (
      <Fragment key={`${part}-${String(index)}`}>{part}</Fragment>
    ),
  );
}

const firstSentence = (text: string): string => /^[\s\S]*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
