import {
  createCssVariablesTheme,
  createHighlighterCore,
  type HighlighterCore,
  type LanguageInput,
} from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import type { Language } from "./languages.ts";
import {
  type HighlightReply,
  type HighlightRequest,
  TOKEN_KINDS,
  type TokenKind,
  type TokenLine,
} from "./tokens.ts";

/** Grammars of the stacks' languages, each a file that is loaded when it is needed. */
const GRAMMARS: Readonly<Record<Language, LanguageInput>> = {
  javascript: () => import("shiki/langs/javascript.mjs"),
  jsx: () => import("shiki/langs/jsx.mjs"),
  typescript: () => import("shiki/langs/typescript.mjs"),
  tsx: () => import("shiki/langs/tsx.mjs"),
  html: () => import("shiki/langs/html.mjs"),
  css: () => import("shiki/langs/css.mjs"),
  json: () => import("shiki/langs/json.mjs"),
  markdown: () => import("shiki/langs/markdown.mjs"),
};

// Its colors are variables, of which only the names are used: they say what a token is.
const theme = createCssVariablesTheme({ name: "kinds", variablePrefix: "--" });
const VARIABLE = /^var\(--token-([a-z]+)\)$/;

let highlighter: Promise<HighlighterCore> | undefined;

addEventListener("message", ({ data }: MessageEvent<HighlightRequest>) => {
  void linesOf(data)
    .catch(() => null)
    .then((lines) => postMessage({ id: data.id, lines } satisfies HighlightReply));
});

async function linesOf({ code, language }: HighlightRequest): Promise<TokenLine[] | null> {
  if (!isLanguage(language)) return null;
  highlighter ??= createHighlighterCore({
    themes: [theme],
    langs: [],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  const core = await highlighter;
  await core.loadLanguage(GRAMMARS[language]);
  const { tokens } = core.codeToTokens(code, { lang: language, theme: "kinds" });
  return tokens.map((line) => line.map(({ content, color }) => [content.length, kindOf(color)] as const));
}

const isLanguage = (name: string): name is Language => Object.hasOwn(GRAMMARS, name);

function kindOf(color: string | undefined): TokenKind {
  if (color === "var(--token-string-expression)") return "string";
  const name = VARIABLE.exec(color ?? "")?.[1];
  return TOKEN_KINDS.find((kind) => kind === name) ?? "plain";
}
