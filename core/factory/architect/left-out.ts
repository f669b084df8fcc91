import {
  LEFT_OUT_DE,
  LEFT_OUT_EN,
  LEFT_OUT_ES,
  LEFT_OUT_FR,
} from "#core/factory/architect/left-out-words.ts";

const DOTS = String.raw`(?:\.{3,}|…)`;
const DOTTED = new RegExp(String.raw`^[([]*\s*${DOTS}|${DOTS}\s*[)\]]*$`);
const LANGUAGES = [LEFT_OUT_EN, LEFT_OUT_DE, LEFT_OUT_FR, LEFT_OUT_ES];

const TO_DO = /^(?:TODO|FIXME|TBD)\b(?:\([^)]*\))?[\s:–-]*(?:$|(?<verb>\p{L}+))/u;
const VERB = /^(?:implement|add|complete|finish|write|fill|handle|replace|build|create|wire|connect)$/i;

/**
 * Whether a comment stands for code that was left out: it consists of nothing else than a mark for that, such as "...",
 * "rest of the code", "unchanged" or "your logic here". A sentence that says something of the code is no such mark.
 */
export function standsForCode(comment: string): boolean {
  const text = comment.replace(/^[\s*=~#/<>!-]+|[\s*=~#/<>!{}-]+$/g, "");
  const hasDots = DOTTED.test(text);
  const words = text
    .replace(/\.{3,}|…/g, " ")
    .replace(/^[\s([]+|[\s)\].:;,!]+$/g, "")
    .replace(/[\s"'`]+/g, " ")
    .toLowerCase();
  if (words === "") return hasDots;
  const toDo = TO_DO.exec(text);
  if (toDo) return VERB.test(toDo.groups?.verb ?? "add");
  return LANGUAGES.some(
    ({ whole, dotted }) =>
      whole.some((pattern) => pattern.test(words)) ||
      (hasDots && dotted.some((pattern) => pattern.test(words))),
  );
}

const BODY =
  /^(?:placeholder|stub|code|logic|body|content|implementation|implement|coming soon|nothing yet|later|todo|platzhalter|inhalt|à compléter|à faire|pendiente|por hacer)$/i;

/** Whether a comment that is all of a body stands for it, which it does not as a heading. */
export const standsForBody = (comment: string): boolean =>
  BODY.test(comment.replace(/^[\s*.…]+|[\s*.…!]+$/g, ""));
