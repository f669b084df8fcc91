import { readFileSync } from "node:fs";
import type { Proposal } from "#core/factory/plan/plan.ts";
import { partIdOf } from "#core/factory/specification/names.ts";
import type { Planned } from "#core/factory/specification/planned.ts";
import {
  type Entity,
  LOCALES,
  type Locale,
  type Specification,
} from "#core/factory/specification/specification.ts";
import { fieldWordOf, nounOf } from "#local/brain/lexicon/lexicon.ts";
import { NOUNS } from "#local/brain/lexicon/nouns.ts";
import { isContent } from "#local/brain/recognise/read/pieces.ts";
import { type Reading, readRequest } from "#local/brain/recognise/read/read.ts";
import { tokensOf } from "#local/brain/recognise/read/tokens.ts";
import { consult } from "#local/brain/roles/consultant.ts";
import { TRADES } from "#local/brain/sites/trades/trades.ts";

/** A request, labelled by hand from its text alone. */
export interface Labelled {
  readonly lang: Locale;
  /** The person's messages. */
  readonly say: readonly string[];
  /** `none` for what is no app of records, or too vague. */
  readonly is: "plan" | "ask" | "blueprint" | "site" | "none";
  readonly question?: "mean" | "details" | "offer" | "records";
  readonly kind?: string;
  /** Keys of nouns, or alternatives (`debt|loaned_item`); `~dragon` for one that the lexicon does not know. */
  readonly entities?: readonly string[];
  /** Requested parts: `field book.author`, `view board`, `behaviour due`, `limit 4`, `look.accent`, `name`. */
  readonly met?: readonly string[];
  readonly absent?: readonly string[];
  /** For a site: identifier of its trade, and kinds of sections that it has or has not. */
  readonly trade?: string;
  readonly sections?: readonly string[];
  readonly without?: readonly string[];
  /** Words that the ledger refuses. */
  readonly refused?: readonly string[];
}

export const REQUESTS: readonly Labelled[] = readFileSync(
  new URL("../../cases/requests.jsonl", import.meta.url),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

export interface Checked {
  /** What became of the request. */
  readonly outcome: "planned" | "asked" | "declined";
  /** What is wrong: built but not requested, negated but built, requested but not accounted for. */
  readonly wrong: readonly string[];
  /** Requested, possible by the label, and not built; the ledger says so. */
  readonly missed: readonly string[];
}

export function check(request: Labelled): Checked {
  const { proposal } = consult({ messages: [...request.say] });
  const reading = readRequest(request.say);
  const outcome = proposal ? "planned" : reading.missing ? "asked" : "declined";
  const uncovered = uncoveredWords(request.say, proposal?.ledger ?? reading.ledger);
  if (request.is === "blueprint" && proposal?.kind !== "app")
    return { outcome, wrong: wrongTool(request, proposal), missed: proposal ? [] : ["plan"] };
  if (!proposal)
    return {
      outcome,
      wrong: uncovered,
      missed:
        request.is === "plan" || request.is === "site" || (request.is === "ask" && !isAsked(request, reading))
          ? [request.is]
          : [],
    };
  const { specification } = proposal;
  if (!specification) return { outcome, wrong: [`is ${proposal.kind}`], missed: [] };
  if (specification.kind === "site" || request.is === "site")
    return { outcome, ...compareSite(request, specification, proposal.ledger ?? [], uncovered) };
  if (request.is === "none") return { outcome, wrong: ["planned what is no app"], missed: [] };
  return { outcome, ...compare(request, specification, proposal.ledger ?? [], uncovered) };
}

/** What is wrong with the plan of a blueprint: another kind, or a word that it neither meets nor refuses. */
function wrongTool({ kind, refused = [] }: Labelled, proposal: Proposal | null): string[] {
  if (!proposal) return [];
  const refusals = (proposal.ledger ?? []).filter(({ outcome }) => outcome === "refused");
  const words = refusals.map((entry) => entry.words).join(" | ");
  return [
    ...(proposal.kind === kind ? [] : [`is ${proposal.kind}`]),
    ...refused.filter((word) => !words.includes(word)).map((word) => `'${word}' is not refused`),
  ];
}

function isAsked({ question }: Labelled, { missing }: Reading): boolean {
  if (!missing) return false;
  return question === undefined || (missing.id === "did_you_mean" ? "mean" : missing.id) === question;
}

type Ledger = NonNullable<Proposal["ledger"]>;

function compareSite(request: Labelled, planned: Planned, ledger: Ledger, uncovered: readonly string[]) {
  if (planned.kind !== "site" || request.is !== "site")
    return { wrong: [`is a plan for ${planned.kind === "site" ? "a site" : "an app"}`], missed: [] };
  const { trade = "", sections = [], without = [], refused = [], met = [], lang } = request;
  const kinds = new Set<string>(planned.sections.map(({ kind }) => kind));
  const names = TRADES.find(({ id }) => id === trade)?.copy[lang].names ?? [trade];
  const refusals = ledger.filter(({ outcome }) => outcome === "refused").map(({ words }) => words);
  const parts = new Set(ledger.filter(({ outcome }) => outcome === "met").map(({ by }) => by));
  const about = planned.trade.toLowerCase();
  return {
    wrong: [
      ...uncovered,
      ...(names.some((name) => about.includes(name)) ? [] : [`is about ${planned.trade}`]),
      ...sections.filter((kind) => !kinds.has(kind)).map((kind) => `section ${kind} is missing`),
      ...without.filter((kind) => kinds.has(kind)).map((kind) => `section ${kind} is there`),
      ...met.filter((part) => !parts.has(part)).map((part) => `${part} is not met`),
      ...refused
        .filter((word) => !refusals.join(" | ").includes(word))
        .map((word) => `'${word}' is not refused`),
      ...refusals
        .filter((words) => !refused.some((word) => words.includes(word)))
        .map((words) => `'${words}' is refused`),
    ],
    missed: [],
  };
}

function compare(
  request: Labelled,
  specification: Specification,
  ledger: Ledger,
  uncovered: readonly string[],
) {
  const { met = [], absent = [], refused = [] } = request;
  const entities = (request.entities ?? []).map(
    (keys) => keys.split("|").find((key) => has(specification, `entity ${key}`, request.lang)) ?? keys,
  );
  const refusals = ledger.filter(({ outcome }) => outcome === "refused");
  const refusedWords = refusals.map(({ words }) => words.toLowerCase()).join(" | ");
  const allowed = new Set(
    [...entities, ...entities.flatMap((key) => nounOf(key)?.brings ?? [])].map((key) =>
      entityId(key, request.lang),
    ),
  );
  const missing = [...entities.map((key) => `entity ${key}`), ...met].filter(
    (part) => !has(specification, part, request.lang),
  );
  return {
    wrong: [
      ...uncovered,
      ...missing.filter(() => refusals.length === 0).map((part) => `${part} is neither built nor refused`),
      ...absent.filter((part) => has(specification, part, request.lang)).map((part) => `${part} is built`),
      ...specification.entities
        .filter(({ id }) => !allowed.has(id))
        .map(({ id }) => `entity ${id} was not requested`),
      ...refused
        .filter((word) => !refusedWords.includes(word.toLowerCase()))
        .map((word) => `'${word}' is not refused`),
      ...extraParts(request, specification),
    ],
    missed: refusals.length > 0 ? missing : [],
  };
}

function has(
  { entities, views, behaviours, look, name }: Specification,
  part: string,
  locale: Locale,
): boolean {
  const [what, value = ""] = part.split(" ");
  if (what === "look.accent") return look.accent !== null;
  if (what === "name") return name !== "";
  if (what === "view") return views.some(({ kind }) => kind === value);
  if (what === "limit")
    return behaviours.some(
      (each) => each.kind === "low_stock" && "number" in each.at && each.at.number === Number(value),
    );
  if (what === "behaviour") return behaviours.some(({ kind }) => kind === value);
  if (what === "entity" || what === "noun") return entities.some(({ id }) => id === entityId(value, locale));
  const [noun = "", field = ""] = value.split(".");
  const entity = entities.find(({ id }) => id === entityId(noun, locale));
  return entity?.fields.some(({ id }) => id.startsWith(fieldIdOf(field, locale))) ?? false;
}

/** Parts that neither the label nor the usual parts of the kinds of records contain. */
function extraParts(
  { met = [], entities: labelled = [], lang }: Labelled,
  { entities, views, behaviours }: Specification,
): string[] {
  const nouns = entities.flatMap(
    (entity) => NOUNS.find(({ words }) => partIdOf(words[lang][0], "x") === entity.id) ?? [],
  );
  const usualViews = new Set([
    "list",
    "detail",
    ...nouns.flatMap((noun) => noun.views.map(({ kind }) => kind)),
  ]);
  const usualBehaviours = new Set([
    "search",
    "filter",
    "export",
    "import",
    ...nouns.flatMap((noun) => noun.behaviours.map(({ kind }) => kind)),
  ]);
  return [
    ...views
      .filter(({ kind }) => !usualViews.has(kind) && !met.includes(`view ${kind}`))
      .map(({ kind }) => `view ${kind} was not requested`),
    ...behaviours
      .filter(({ kind }) => !usualBehaviours.has(kind) && !met.includes(`behaviour ${kind}`))
      .map(({ kind }) => `behaviour ${kind} was not requested`),
    ...entities.flatMap((entity) => extraFields(entity, labelled, met, lang)),
  ];
}

function extraFields(
  entity: Entity,
  labelled: readonly string[],
  met: readonly string[],
  lang: Locale,
): string[] {
  const noun = NOUNS.find(({ words }) => partIdOf(words[lang][0], "x") === entity.id);
  if (!noun) return [];
  const usual = noun.fields.map(
    ({ key, reference }) => fieldIdOf(key, lang) || entityId(reference?.noun ?? "", lang),
  );
  const asked = met.flatMap((part) =>
    part.startsWith("field ") ? [fieldIdOf(part.split(".")[1] ?? "", lang)] : [],
  );
  const implied = ["date", "photo", "status", "created", "due_date", "stock", "amount"].map((key) =>
    fieldIdOf(key, lang),
  );
  const relations = labelled.map((key) => entityId(key, lang));
  return entity.fields
    .filter(
      ({ id }) =>
        ![...usual, ...asked, ...implied, ...relations].some((known) => known !== "" && id.startsWith(known)),
    )
    .map(({ id }) => `field ${entity.id}.${id} was not requested`);
}

function entityId(key: string, locale: Locale): string {
  if (key.startsWith("~")) return partIdOf(key.slice(1), "x");
  return partIdOf(nounOf(key)?.words[locale][0] ?? key, "x");
}

function fieldIdOf(key: string, locale: Locale): string {
  return partIdOf(fieldWordOf(key)?.words[locale][0] ?? nounOf(key)?.words[locale][0] ?? key, "x");
}

/** Content words of the messages that no entry contains. */
export function uncoveredWords(
  messages: readonly string[],
  ledger: readonly { words: string; message: number }[],
): string[] {
  return messages.flatMap((message, index) => {
    const words = ledger
      .filter((entry) => entry.message === index)
      .flatMap((entry) => tokensOf(entry.words).map(({ text }) => text));
    const locale = readRequest(messages.slice(0, index + 1)).locale;
    return tokensOf(message)
      .filter((token) => LOCALES.includes(locale) && isContent(token, locale) && !words.includes(token.text))
      .map(({ text }) => `'${text}' is in no entry`);
  });
}
