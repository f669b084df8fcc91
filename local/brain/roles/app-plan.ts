import { inSentence } from "#core/factory/generate/words/words.ts";
import { type LedgerEntry, MAX_ENTRIES } from "#core/factory/plan/ledger.ts";
import type { Proposal } from "#core/factory/plan/plan.ts";
import type { Choice } from "#core/factory/plan/switch.ts";
import { withPromises } from "#core/factory/plan/with-promises.ts";
import { withSwitches } from "#core/factory/plan/with-switches.ts";
import type { Locale, Specification } from "#core/factory/specification/specification.ts";
import { GENERATED_STACK } from "#core/factory/stacks/stacks.ts";
import { nounOf } from "#local/brain/lexicon/lexicon.ts";
import { projectNameOf } from "#local/brain/recognise/name.ts";
import type { Reading } from "#local/brain/recognise/read/read.ts";
import { SPEECH } from "#local/brain/recognise/read/speech.ts";
import type { Missing } from "#local/brain/recognise/read/state.ts";
import type { ConsultantAnswer } from "./consultant-answer.ts";
import { listed, plain } from "./sentence.ts";

/** The reply to a request that was read into a specification, or back to which something has to be asked. */
export function replyTo(reading: Reading, said: Said): ConsultantAnswer | null {
  const { locale, specification, ledger, missing, unbuildable } = reading;
  const sentences = SPEECH[locale];
  if (ledger.length > MAX_ENTRIES)
    return { proposal: null, speech: sentences.tooLong, question: sentences.records };
  if (missing) return { proposal: null, ...asking(missing, locale) };
  if (unbuildable !== null)
    return { proposal: null, speech: sentences.notRecords(short(unbuildable)), question: sentences.records };
  return specification ? propose(specification, ledger, said) : null;
}

/** What a plan is described by, beside the request. */
interface Said {
  /** Whether a plan was shown before. */
  readonly later: boolean;
  /** What the person decided about single features. */
  readonly choices: readonly Choice[];
}

/** The question about what is missing. */
function asking(missing: Missing, locale: Locale): Pick<ConsultantAnswer, "speech" | "question"> {
  const sentences = SPEECH[locale];
  switch (missing.id) {
    case "details":
      return { speech: sentences.detailsWhy, question: sentences.details(short(missing.noun)) };
    case "records":
      return { speech: sentences.forWhom, question: sentences.records };
    case "did_you_mean":
      return {
        speech: sentences.meanWhy(missing.words.map(({ shown }) => short(shown))),
        question: sentences.mean(missing.words.map(({ meant }) => short(meant))),
      };
    case "offer": {
      const [, plural = ""] = nounOf(missing.offer.noun ?? "")?.words[locale] ?? [];
      const { what, offer } = missing;
      return {
        speech: sentences.offerWhy(short(what), offer.reason[locale]),
        question: sentences.offer(inSentence(plural, locale)),
      };
    }
  }
}

function propose(
  specification: Specification,
  ledger: readonly LedgerEntry[],
  { later, choices }: Said,
): ConsultantAnswer {
  const { locale, name } = specification;
  const sentences = SPEECH[locale];
  const refused = listed(
    ledger.filter(({ outcome }) => outcome === "refused").map(({ words }) => short(words)),
    locale,
  );
  const proposal: Proposal = {
    title: name,
    summary: name,
    kind: "app",
    project_name: projectNameOf(plain(name), "app"),
    stack: GENERATED_STACK,
    // The plan adds what the generated app can do and promises.
    features: [],
    acceptance: [],
    questions: [],
    specification,
    ledger: [...ledger],
  };
  const { records, views } = describedIn(shownOf(proposal, choices) ?? specification);
  const plan = sentences.plan(name, records, later);
  return {
    proposal: { ...proposal, summary: sentences.summary(records, views) },
    speech: refused === "" ? plan : `${plan} ${sentences.refused(refused)}`,
    question: sentences.build,
  };
}

/** What is left of an app without the features that are switched off. */
function shownOf(proposal: Proposal, choices: readonly Choice[]): Specification | undefined {
  if (choices.length === 0) return undefined;
  const { specification } = withSwitches(withPromises(proposal), choices);
  return specification?.kind === "app" ? specification : undefined;
}

/** The records and the views of an app, as its plan names them. */
function describedIn({ entities, views, locale }: Specification) {
  const named = views
    .filter(({ kind }) => kind !== "list" && kind !== "detail")
    // A view of further records is named "Visits: Calendar".
    .map(({ name }) => inSentence(name.replace(/^.*: /, ""), locale));
  const records = entities.slice(0, 3).map(({ plural }) => inSentence(plural, locale));
  return {
    records: listed(records, locale),
    views: listed([...new Set(named)].slice(0, 4), locale),
  };
}

/** Words without the punctuation that would end a spoken sentence, cut to a length that can be heard. */
function short(words: string): string {
  const text = words
    .replace(/[.!?:;\n]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return text.length <= 40 ? text : `${text.slice(0, 39).trim()}…`;
}
