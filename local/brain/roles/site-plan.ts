import { placeholdersOf } from "#core/factory/generate/site/placeholders.ts";
import { inSentence } from "#core/factory/generate/words/words.ts";
import { MAX_ENTRIES } from "#core/factory/plan/ledger.ts";
import type { Proposal } from "#core/factory/plan/plan.ts";
import { GENERATED_STACK } from "#core/factory/stacks/stacks.ts";
import { asksAnew } from "#local/brain/recognise/ask.ts";
import { projectNameOf } from "#local/brain/recognise/name.ts";
import { anotherIn } from "#local/brain/recognise/read/another.ts";
import { localeOf } from "#local/brain/recognise/read/language.ts";
import { readRequest } from "#local/brain/recognise/read/read.ts";
import { tokensOf } from "#local/brain/recognise/read/tokens.ts";
import { BLOG_NOTE } from "#local/brain/sites/blog.ts";
import { composeSite } from "#local/brain/sites/compose-site.ts";
import { inItsLanguage } from "#local/brain/sites/page-language.ts";
import { readSite } from "#local/brain/sites/read-site.ts";
import { emptyRequest, type SiteRequest } from "#local/brain/sites/request.ts";
import { siteNounIn } from "#local/brain/sites/site-noun.ts";
import { TEXTS } from "#local/brain/sites/texts.ts";
import type { ConsultantAnswer } from "./consultant-answer.ts";
import { listed, plain } from "./sentence.ts";

/** Proposes a content site; null if the messages do not ask for one, or now ask for something else. */
export function proposeSite(messages: readonly string[], later: boolean): ConsultantAnswer | null {
  const start = messages.findLastIndex(asksForSite);
  const after = messages.slice(start + 1);
  if (start === -1 || after.some((message) => asksAnew(message) || anotherIn(message))) return null;
  const request = emptyRequest();
  messages.forEach((message, index) => {
    if (index < start) request.ledger.push(...earlier(message, index));
    else readSite(request, message, index);
  });
  return request.ledger.length > MAX_ENTRIES ? null : answer(request, later);
}

/** Whether a message asks for a site, and not for an app that keeps records. */
function asksForSite(message: string): boolean {
  const locale = localeOf(tokensOf(message), "en") ?? "en";
  const { strength, isOfRecords, hasTrade, isAbout, isPlainlyAbout, isAlone, isOfSections } = siteNounIn(
    message,
    locale,
  );
  if (strength === undefined || isOfRecords) return false;
  if (strength === "page") return true;
  if (hasTrade || isPlainlyAbout || isOfSections) return true;
  const { specification, missing } = readRequest([message]);
  if (specification !== null) return false;
  return strength === "weak" ? isAlone && missing?.id !== "did_you_mean" : isAbout || missing === null;
}

/** Words of messages before the one that asked for the site change nothing about it. */
function earlier(message: string, index: number) {
  const words = message.trim().slice(0, 200);
  return words === "" ? [] : [{ words, message: index, outcome: "context" as const, by: null }];
}

function answer(request: SiteRequest, later: boolean): ConsultantAnswer {
  const { locale, ledger } = request;
  const site = composeSite(inItsLanguage(request));
  const texts = TEXTS[locale];
  const sections = site.sections.slice(1).map(({ title }) => inSentence(title, site.locale));
  const notes = request.blog !== null ? [BLOG_NOTE[locale]] : [];
  const suggestions = texts.suggestions(placeholdersOf(site).length);
  const refused = ledger.filter(({ outcome }) => outcome === "refused").map(({ words }) => words);
  const proposal: Proposal = {
    title: site.name,
    summary: [texts.summary(site.name, site.trade), ...notes, suggestions].join(" "),
    kind: "site",
    project_name: projectNameOf(plain(site.name), "site"),
    stack: GENERATED_STACK,
    // The plan adds what the generated site shows and promises.
    features: [],
    acceptance: [],
    questions: [],
    specification: site,
    ledger: [...ledger],
  };
  const speech = [
    texts.plan(site.name, listed(sections, locale), later),
    ...notes,
    refused.length > 0 ? texts.refused(listed([...new Set(refused)], locale)) : suggestions,
  ];
  return { proposal, speech: speech.join(" "), question: texts.build };
}
