import { useEffect, useState } from "react";
import type { Language } from "./languages.ts";
import type { HighlightReply, HighlightRequest, TokenLine } from "./tokens.ts";

/** Longer texts are shown as plain text at once. */
const MOST_CHARACTERS = 200_000;

let worker: Worker | undefined;
let newest = 0;

/** The tokens of a text, line by line; null until they are there, and for what is shown as plain text. */
export function useTokens(code: string | null, language: Language | undefined): readonly TokenLine[] | null {
  const [lines, setLines] = useState<readonly TokenLine[] | null>(null);
  useEffect(() => {
    setLines(null);
    if (code === null || language === undefined || code.length > MOST_CHARACTERS) return;
    return highlight(code, language, setLines);
  }, [code, language]);
  return lines;
}

/** Asks the worker, which is started once. Returns a function after which its reply is not waited for. */
function highlight(
  code: string,
  language: Language,
  show: (lines: readonly TokenLine[] | null) => void,
): () => void {
  worker ??= new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const own = worker;
  const id = ++newest;
  const onReply = ({ data }: MessageEvent<HighlightReply>) => {
    if (data.id === id) show(data.lines);
  };
  own.addEventListener("message", onReply);
  own.postMessage({ id, code, language } satisfies HighlightRequest);
  return () => own.removeEventListener("message", onReply);
}
