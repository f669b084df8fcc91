import type { Locale } from "#core/factory/specification/specification.ts";
import { ANSWERS } from "#local/brain/asides/answers.ts";
import type { Blueprint } from "#local/brain/blueprint.ts";
import { findBlueprint, spokenKinds } from "#local/brain/catalogue.ts";
import { beyondName } from "#local/brain/recognise/beyond-names.ts";
import { WHY } from "#local/brain/recognise/read/reasons.ts";
import { SPEECH } from "#local/brain/recognise/read/speech.ts";
import type { ConsultantAnswer } from "./consultant-answer.ts";
import { listed } from "./sentence.ts";

/** The reply to a message that asks for nothing yet. */
export function greet(locale: Locale): ConsultantAnswer {
  const question = locale === "en" ? "What shall I build?" : SPEECH[locale].records;
  return reply(ANSWERS[locale].abilities({ stack: "" }), question);
}

/** The reply to a request for something else than the kinds of apps that can be built. */
export function decline(what: string, locale: Locale): ConsultantAnswer {
  const sentences = SPEECH[locale];
  if (locale !== "en")
    return what === "" ? greet(locale) : reply(sentences.notRecords(what), sentences.records);
  const thing = what === "" ? "that" : `"${what}"`;
  return reply(
    `I cannot build ${thing} offline: without a model I can build ${spokenKinds()}. Connect a model for anything else.`,
    "Shall I build one of these instead?",
  );
}

/** The reply to a request for a kind of app in a technology that it is not built with. */
export function declineStack(kind: string, locale: Locale): ConsultantAnswer {
  if (locale !== "en") return reply(WHY[locale].stack, SPEECH[locale].without);
  return reply(
    `I can build ${findBlueprint(kind)?.spoken} offline, but not in that technology. Ask for it without, or connect a model.`,
    "Shall I plan it in plain HTML, CSS and JavaScript?",
  );
}

/** The reply to wishes that an app of a known kind cannot meet. */
export function declineWishes(
  { spoken }: Blueprint,
  unmet: readonly string[],
  locale: Locale,
): ConsultantAnswer {
  const sentences = SPEECH[locale];
  const names = unmet.map((group) => beyondName(group, locale));
  const list = listed(names, locale);
  if (locale !== "en") return reply(sentences.refused(list), sentences.without);
  return reply(
    `I can build ${spoken} offline, but not this part: ${list}. Connect a model for it, or continue without it.`,
    sentences.without,
  );
}

const reply = (speech: string, question: string): ConsultantAnswer => ({ proposal: null, speech, question });
