import type { AttributeValue } from "#local-cloud/dynamodb/values/attribute-value.ts";
import { ServiceError } from "#local-cloud/http.ts";
import type { Path } from "./path.ts";
import type { Placeholders } from "./placeholders.ts";
import { RESERVED_WORDS } from "./reserved-words.ts";

interface Token {
  readonly text: string;
  /** Where it starts in the expression. */
  readonly at: number;
  readonly kind: "word" | "name" | "value" | "index" | "operator" | "end" | "unknown";
}

/** The tokens of one expression, with the operations that all expression parsers share. */
export interface Parser {
  /** Whether the next token is this operator or word (words in any case). */
  sees(text: string): boolean;
  /** Takes the next token if it is this one. */
  takes(text: string): boolean;
  expect(text: string): void;
  /** Whether a function call comes next. */
  seesCall(): boolean;
  /** Takes the name and the opening parenthesis of a call. */
  call(): string;
  seesValue(): boolean;
  value(): AttributeValue;
  path(): Path;
  /** Records a fault other than a syntax error. The fault with the lowest `rank` is reported. */
  problem(message: string, rank?: Rank): void;
  syntaxError(): never;
  /** Throws for text after the expression, or for the first fault of the lowest rank. */
  end(): void;
}

/** The order in which DynamoDB reports faults of an expression. */
export const RANK = { name: 0, path: 1, type: 2, count: 3, value: 4 } as const;
type Rank = (typeof RANK)[keyof typeof RANK];

const MAX_LENGTH = 4096;
const LARGEST_INDEX = 2 ** 31 - 1;
const KEYWORDS = new Set(["AND", "OR", "NOT", "IN", "BETWEEN", "SET", "REMOVE", "ADD", "DELETE"]);
const TOKEN =
  /\s*(?:([A-Za-z][A-Za-z0-9_]*)|(#[A-Za-z0-9_]+)|(:[A-Za-z0-9_]+)|(\d+)|(<>|<=|>=|[=<>(),.[\]+-])|(\S))/y;
const KINDS = ["word", "name", "value", "index", "operator", "unknown"] as const;

/** `member`: the request member of the expression, for messages. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: creates an object; its methods share the position in the source.
export function openParser(member: string, source: string, placeholders: Placeholders): Parser {
  const refuse = (message: string): never => {
    throw new ServiceError("ValidationException", `Invalid ${member}: ${message}`);
  };
  if (!source.trim()) refuse("The expression can not be empty;");
  if (Buffer.byteLength(source) > MAX_LENGTH)
    refuse(
      `Expression size has exceeded the maximum allowed size; expression size: ${Buffer.byteLength(source)}`,
    );
  const tokens = tokensOf(source);
  let next = 0;
  const problems: string[] = [];

  const token = (ahead = 0) => tokens[Math.min(next + ahead, tokens.length - 1)] as Token;
  const isAt = (text: string, ahead = 0) => {
    const { kind, text: found } = token(ahead);
    return kind === "operator" ? found === text : kind === "word" && found.toUpperCase() === text;
  };
  const syntaxError = (): never => {
    const { text, at, kind } = token();
    const from = tokens[next - 1]?.at ?? at;
    const following = tokens[next + 1];
    const until = following ? following.at + following.text.length : source.length;
    return refuse(
      `Syntax error; token: "${kind === "end" ? "<EOF>" : text}", near: "${source.slice(from, until)}"`,
    );
  };
  const problem = (message: string, rank: Rank = RANK.name) => {
    problems[rank] ??= message;
  };
  const step = (kind: Token["kind"]): Token => {
    if (token().kind !== kind) syntaxError();
    return tokens[next++] as Token;
  };
  const takes = (text: string) => {
    const found = isAt(text);
    if (found) next++;
    return found;
  };
  const expect = (text: string) => void (takes(text) || syntaxError());

  return {
    sees: isAt,
    takes,
    expect,
    seesCall: () => token().kind === "word" && !isKeyword(token()) && isAt("(", 1),
    call() {
      const { text } = step("word");
      next++;
      return text;
    },
    seesValue: () => token().kind === "value",
    value() {
      const { text } = step("value");
      const value = placeholders.value(text);
      if (!value)
        problem(
          `An expression attribute value used in expression is not defined; attribute value: ${text}`,
          RANK.value,
        );
      return value ?? { NULL: true };
    },
    path() {
      const path: [string, ...(string | number)[]] = [name()];
      for (;;)
        if (takes(".")) path.push(name());
        else if (takes("[")) {
          path.push(index());
          expect("]");
        } else {
          placeholders.paths.push(path);
          return path;
        }
    },
    problem,
    syntaxError,
    end() {
      if (token().kind !== "end") syntaxError();
      const first = problems.find((message) => message !== undefined);
      if (first) refuse(first);
    },
  };

  function name(): string {
    if (token().kind === "name") {
      const { text } = step("name");
      const found = placeholders.name(text);
      if (found === undefined)
        problem(
          `An expression attribute name used in the document path is not defined; attribute name: ${text}`,
        );
      return found ?? text;
    }
    if (isKeyword(token())) syntaxError();
    const { text } = step("word");
    if (RESERVED_WORDS.has(text.toUpperCase()))
      problem(`Attribute name is a reserved keyword; reserved keyword: ${text}`);
    return text;
  }

  function index(): number {
    const { text } = step("index");
    if (Number(text) > LARGEST_INDEX)
      problem(`List index is not within the allowable range; index: [${text}]`);
    return Number(text);
  }
}

function isKeyword({ kind, text }: Token): boolean {
  return kind === "word" && KEYWORDS.has(text.toUpperCase());
}

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match; match = TOKEN.exec(source)) {
    const group = match.findIndex((text, at) => at > 0 && text !== undefined);
    const text = match[group] as string;
    tokens.push({
      text,
      at: match.index + match[0].length - text.length,
      kind: KINDS[group - 1] ?? "unknown",
    });
  }
  tokens.push({ text: "", at: source.length, kind: "end" });
  return tokens;
}
