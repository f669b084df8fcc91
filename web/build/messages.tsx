import { useEffect, useRef } from "react";
import type { ConsultationWithMessages } from "#sdk/typescript/api.ts";
import { cx } from "../ui/cx.ts";
import { useWords } from "../words/words.ts";

interface MessagesProps {
  readonly messages: ConsultationWithMessages["messages"];
  /** A message that is being sent. */
  readonly pending: string | undefined;
  readonly planning: boolean;
}

/** What was said. The newest reply is announced once, and the view stays at the end unless the person has scrolled up. */
export function Messages({ messages, pending, planning }: MessagesProps) {
  const { build } = useWords();
  const end = useRef<HTMLLIElement>(null);
  const count = messages.length + (pending ? 1 : 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new message moves the end
  useEffect(() => {
    end.current?.scrollIntoView({ block: "nearest" });
  }, [count]);
  const newest = messages.findLast(({ from }) => from === "gantry");
  return (
    <>
      <ol className="space-y-3" aria-label={build.messages}>
        {messages.map(({ from, text, time }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: messages are only added
          <Bubble key={`${time}-${index}`} from={from} text={text} />
        ))}
        {pending && <Bubble from="person" text={pending} />}
        {planning && <li className="breathing text-muted">{build.planning}</li>}
        <li ref={end} aria-hidden />
      </ol>
      <p role="status" className="sr-only">
        {planning ? "" : newest?.text}
      </p>
    </>
  );
}

function Bubble({ from, text }: { readonly from: "person" | "gantry"; readonly text: string }) {
  const { build } = useWords();
  return (
    <li
      className={cx(
        "max-w-[90%] whitespace-pre-wrap rounded-panel px-3.5 py-2.5",
        from === "person" ? "ms-auto w-fit bg-tint" : "border border-line bg-panel",
      )}
    >
      <span className="sr-only">{`${from === "person" ? build.you : "Gantry"}: `}</span>
      <bdi>{text}</bdi>
    </li>
  );
}
