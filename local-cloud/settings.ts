import { resolve } from "node:path";

/** The settings of `npm run cloud`. */
export interface Settings {
  /** 0 takes any free port. */
  readonly port: number;
  /** Absolute path of the data folder. */
  readonly data: string;
  readonly region: string;
  /** Absolute path of a module with functions, rules, roles, tasks or a model. */
  readonly catalogue?: string;
}

/** The description of each setting in `--help`, and its default. */
const SETTINGS = {
  port: { value: "number", use: "port on 127.0.0.1; 0 selects any free port", fallback: "4566" },
  data: { value: "folder", use: "data folder", fallback: ".local-cloud" },
  region: { value: "name", use: "region in every ARN", fallback: "us-east-1" },
  catalogue: { value: "file", use: "module with functions, rules, roles, tasks, model", fallback: "" },
} as const;
type Name = keyof typeof SETTINGS;

const PREFIX = "LOCAL_CLOUD_";
const NAMES = Object.keys(SETTINGS) as Name[];
const variableOf = (name: Name) => `${PREFIX}${name.toUpperCase()}`;

/**
 * Reads `--name value` or `--name=value`, and `LOCAL_CLOUD_NAME` for settings without an argument. Throws an
 * error that names an invalid setting.
 */
export function readSettings(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  folder: string,
): Settings {
  const given = { ...variablesIn(environment), ...argumentsIn(args) };
  const value = (name: Name) => given[name]?.value ?? SETTINGS[name].fallback;
  return {
    port: portOf(value("port"), given.port?.name),
    data: resolve(folder, value("data")),
    region: regionOf(value("region"), given.region?.name),
    ...(given.catalogue && { catalogue: resolve(folder, value("catalogue")) }),
  };
}

/** The text of `--help`. */
export function usage(): string {
  const rows = NAMES.map((name) => {
    const { value, use, fallback } = SETTINGS[name];
    return `  ${`--${name} <${value}>`.padEnd(22)}${variableOf(name).padEnd(24)}${use}${fallback && ` (${fallback})`}`;
  });
  return `npm run cloud -- [settings]\n\n${rows.join("\n")}\n`;
}

/** The value of a setting, and the argument or variable that set it. */
interface Given {
  readonly name: string;
  readonly value: string;
}

function argumentsIn(args: readonly string[]): Partial<Record<Name, Given>> {
  const given: Partial<Record<Name, Given>> = {};
  for (let at = 0; at < args.length; at++) {
    const [name = "", ...rest] = (args[at] as string).split("=");
    const setting = NAMES.find((each) => name === `--${each}`);
    if (!setting)
      throw unknown(
        name,
        NAMES.map((each) => `--${each}`),
      );
    const value = rest.length > 0 ? rest.join("=") : args[++at];
    if (!value) throw new Error(`${name} needs a ${SETTINGS[setting].value}`);
    if (given[setting]) throw new Error(`${name} is given twice`);
    given[setting] = { name, value };
  }
  return given;
}

/** An empty variable is the same as an unset one. */
function variablesIn(environment: Readonly<Record<string, string | undefined>>) {
  const given: Partial<Record<Name, Given>> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (!name.startsWith(PREFIX)) continue;
    const setting = NAMES.find((each) => name === variableOf(each));
    if (!setting) throw unknown(name, NAMES.map(variableOf));
    if (value) given[setting] = { name, value };
  }
  return given;
}

function unknown(name: string, known: readonly string[]): Error {
  return new Error(`unknown setting '${name}': the settings are ${known.join(", ")}`);
}

function portOf(value: string, name = "--port"): number {
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
  throw new Error(`${name} must be a port from 0 to 65535, not '${value}'`);
}

function regionOf(value: string, name = "--region"): string {
  if (/^[a-z]{2}(-[a-z]+)+-\d$/.test(value)) return value;
  throw new Error(`${name} must be the name of a region, such as us-east-1, not '${value}'`);
}
