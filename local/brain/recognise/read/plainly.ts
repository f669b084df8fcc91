import { turnOf } from "#core/factory/conversation/dialogue.ts";
import { LOCALES } from "#core/factory/specification/specification.ts";
import { type Ask, readAsk } from "#local/brain/recognise/ask.ts";
import { readWishes } from "#local/brain/recognise/wishes.ts";
import { namesApp } from "./another.ts";
import { readRequest } from "./read.ts";

const LEAD =
  /^(?:\W|no|nope|nein|non|ok|okay|well|then|and|please|bitte|dann|alors|entonces|(?:i|we)(?:['’]d| would)? (?:rather )?(?:like|want|need)|(?:build|make|create|plan|give)(?: me)?|ich (?:will|möchte|brauche|hätte gern)|je (?:veux|voudrais)|(?:yo )?(?:quiero|necesito))*\s*(?=(?:an?|my|eine?n?|une?|una) )/iu;

/**
 * Finds a message that is by itself the name of another app than the one that is planned: "a timer" beside a calculator. After
 * a no, it always is; otherwise its words must mean nothing to what is planned. `before` is what was asked for a tool,
 * or null beside another app. Returns the words that name it.
 */
export function namedPlainly(messages: readonly string[], at: number, before: Ask | null): string | null {
  const message = messages[at] ?? "";
  const [lead] = LEAD.exec(message) ?? [];
  if (lead === undefined) return null;
  const name = message.slice(lead.length);
  const { kind } = readAsk([name]);
  const isTool = kind !== null && kind !== "task-manager";
  const named = isTool || (before !== null && LOCALES.some((locale) => namesApp(name, locale)));
  if (!named || kind === before?.kind) return null;
  const withdrawn = turnOf(messages[at - 1] ?? "").turn === "no";
  return withdrawn || isForeign(name, messages.slice(0, at + 1), before) ? name : null;
}

/** Whether none of the words is a part of what is planned. */
function isForeign(name: string, messages: readonly string[], before: Ask | null): boolean {
  if (before?.kind) {
    const { switches, unmet } = readWishes(name, before.kind);
    return switches.size === 0 && unmet.length > 0;
  }
  const { specification } = readRequest(messages.slice(0, -1));
  const { ledger } = readRequest(messages);
  const own = ledger.filter(({ message }) => message === messages.length - 1);
  return specification !== null && own.every(({ outcome }) => outcome === "refused");
}
