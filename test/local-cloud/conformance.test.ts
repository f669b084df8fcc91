import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import {
  LISTS_FILE,
  README_FILE,
  readServices,
  renderLists,
  renderReadme,
  type ServiceList,
} from "../../scripts/conformance.ts";

const SERVICES = readServices();
const text = (path: string) => readFileSync(path, "utf8");

/** Where a service names its operations, and how. */
const OPERATIONS: Readonly<Record<string, readonly [files: string, form: RegExp]>> = {
  dynamodb: ["dynamodb.ts", /^ {2}([A-Z]\w+): \w+,$/gm],
  s3: ["operations/*.ts", /^\s+name: "([A-Z]\w+)"/gm],
  states: ["*-operations.ts", /^ {4}([A-Z]\w+): operation\(/gm],
  kms: ["*-operations.ts", /^ {4}([A-Z]\w+)(?:\(input|: \(input)/gm],
  ssm: ["*.ts", /^ {4}([A-Z]\w+)(?:\(input|: \(input)/gm],
  ecs: ["ecs.ts", /^ {4}([A-Z]\w+)(?:\(input|: \(input)/gm],
  sts: ["sts.ts", /\["([A-Z]\w+)", \(/g],
  eventbridge: ["put-events.ts", /\["AWSEvents\.(\w+)"/g],
  github: ["operations/*.ts", /^ {2}"([a-z-]+\/[a-z-]+)"/gm],
  vercel: ["routes.ts", /^ {4}"([A-Z]+ \/[^"]+)"/gm],
};

/** Services whose operations are told apart by paths and methods in code. */
const BY_PATH: Readonly<Record<string, readonly string[]>> = {
  lambda: ["GetFunction", "Invoke", "ListFunctions"],
  bedrock: ["Converse", "ConverseStream"],
  apigateway: ["DeleteConnection", "GetConnection", "PostToConnection"],
};

/** How a refusal stands in code: as the first argument of an error, in a table with its status, or by its name. */
const REFUSALS: readonly RegExp[] = [
  /(?:ServiceError|bedrockError)\(\s*"([A-Z]\w+)"/g,
  /refusal\(\s*\d+,\s*"(\w+)"/g,
  /fail\(\w+, \d+, "(\w+)"/g,
  /\["([A-Z][a-z]\w+)", \d{3}/g,
  /"([A-Z][A-Za-z]+Exception)"/g,
  /"((?:No|Invalid|Malformed|Missing|Incomplete|Precondition|Signature|Expired)[A-Z][A-Za-z]+|No(?:Such|t)\w+|BadDigest|AccessDenied|\w+TooSmall|\w+TooLarge|\w+(?:AlreadyExists|AlreadyOwnedByYou|DoesNotExist|NotRedrivable|NotSupported|NotFound|NotEmpty|Conflict|Failed|Skewed|Unavailable))"/g,
  /"(\w+(?:KeyTooLong|Parameters|Trailer|NotFound|Validation)Error)"/g,
  /"(UnknownService|TaskTimedOut|MethodNotAllowed)"/g,
];

/** Names in that form that refuse nothing: a service's own faults, reasons within a refusal, and other words. */
const NO_REFUSALS: readonly RegExp[] = [
  /^(dynamodb|lambda|states|kms|s3|ssm|ecs|sts|eventbridge|bedrock)\.\w*(Internal\w*|ServerException|ServiceException)$/,
  /^dynamodb\.(ValidationError|ConditionalCheckFailed|Invalid\w*)$/,
  /^s3\.(ExpiredObjectDeleteMarker|NotificationConfiguration)$/,
  /^states\.(MissingRequiredParameter|\w*Failed)$/,
  /^eventbridge\.(InvalidEventPatternException|InvalidArgument)$/,
  /^lambda\.(InvalidResponse)$/,
  /^sigv4\.SignatureFault$/,
];

describe.each(SERVICES.map((service) => [service.name, service] as const))("%s", (_, service) => {
  const { folder, operations, refusals, differences } = service;

  it("lists the operations that it implements", () => {
    expect(Object.keys(operations)).toEqual(operationsIn(folder));
  });

  it("lists the refusals that it implements", () => {
    const found = folder === "github" ? [] : refusalsIn(folder);
    expect(Object.keys(refusals)).toEqual(found);
  });

  it("names an existing test for each of them", () => {
    expect(missingTests(service)).toEqual([]);
  });

  it("states its differences", () => {
    expect(differences.length).toBeGreaterThan(0);
  });
});

describe("the documents of the local cloud", () => {
  it("match the lists: npm run conformance writes them", () => {
    expect(text(LISTS_FILE)).toBe(renderLists(SERVICES));
    expect(text(README_FILE)).toBe(renderReadme(text(README_FILE), SERVICES));
  });

  it("contain every service", () => {
    const helpers = ["cloudfront", "durable"];
    const folders = globSync("*/", { cwd: "local-cloud" }).map((name) => name.replace(/\/$/, ""));
    expect(SERVICES.map(({ folder }) => folder).toSorted()).toEqual(
      folders.filter((name) => !helpers.includes(name)).toSorted(),
    );
  });
});

function operationsIn(folder: string): readonly string[] {
  const [files, form] = OPERATIONS[folder] ?? [];
  if (!files || !form) return BY_PATH[folder] ?? [];
  return namesIn(globSync(`local-cloud/${folder}/${files}`), [form]);
}

function refusalsIn(folder: string): readonly string[] {
  return namesIn(globSync(`local-cloud/${folder}/**/*.ts`), REFUSALS).filter(
    (name) => !NO_REFUSALS.some((pattern) => pattern.test(`${folder}.${name}`)),
  );
}

function namesIn(files: readonly string[], forms: readonly RegExp[]): readonly string[] {
  const found = files.flatMap((file) => {
    const code = text(file);
    return forms.flatMap((form) => [...code.matchAll(form)].map(([, name = ""]) => name));
  });
  return [...new Set(found)].sort();
}

function missingTests({ operations, refusals }: ServiceList): readonly string[] {
  return Object.entries({ ...operations, ...refusals }).flatMap(([name, [file, title]]) => {
    if (!existsSync(file)) return [`${name}: there is no ${file}`];
    const code = text(file);
    const isThere = [`"${title}"`, `\`${title}\``].some((literal) => code.includes(literal));
    if (!isThere) return [`${name}: ${file} has no test "${title}"`];
    return asTestsSay(name).test(code) ? [] : [`${name}: ${file} never says it`];
  });
}

/** An operation or a refusal as a test has it: an SDK's command or method, a path, or the name itself. */
function asTestsSay(name: string): RegExp {
  const [method = "", path] = name.split(" ");
  if (path) return new RegExp(path.replaceAll(/\{\w+\}/g, '[^/"`]+'));
  const [group, verb] = method.split("/");
  const camel = (words = "") => words.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  if (verb) return new RegExp(`\\.${camel(group)}\\.${camel(verb)}\\b|${name}`);
  return new RegExp(`\\b(?:${name}|${name.replace(/Items?$/, "")}Command)`);
}
