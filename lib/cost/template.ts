import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The part of a CloudFormation template on which prices depend. */
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template's properties have a shape per type, and values may be intrinsic functions.
  readonly Properties?: Readonly<Record<string, any>>;
}

/** Templates by the name of their stack. */
export type Templates = Readonly<Record<string, Template>>;

const SUFFIX = ".template.json";
const STACK = /^Gantry-(\w+)-\w+$/;

/** The synthesised templates in a folder (`cdk.out`), in the order of their names. Throws when there are none, or of two stages. */
export function readTemplates(folder: string): Templates {
  const names = stacksIn(folder);
  const stages = new Set(names.map((name) => STACK.exec(name)?.[1]));
  if (stages.size !== 1)
    throw new Error(
      `${folder} holds ${stages.size === 0 ? "no templates" : `the stages ${[...stages].join(" and ")}`}; ` +
        `synthesise one stage first: npx cdk synth --quiet -c stage=dev -c githubOwner=<owner> -o ${folder}`,
    );
  return Object.fromEntries(
    names.map((name) => [name, JSON.parse(readFileSync(join(folder, name + SUFFIX), "utf8")) as Template]),
  );
}

function stacksIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(SUFFIX))
    .map((name) => name.slice(0, -SUFFIX.length))
    .filter((name) => STACK.test(name))
    .sort();
}

/**
 * Returns the value of a variable that is the same in all functions that have it. Throws if no function has
 * it.
 */
export function variableOf(templates: Templates, name: string): string {
  for (const { Resources } of Object.values(templates))
    for (const { Type, Properties } of Object.values(Resources)) {
      const value = Type === "AWS::Lambda::Function" ? Properties?.Environment?.Variables?.[name] : undefined;
      if (typeof value === "string") return value;
    }
  throw new Error(`no function has the variable ${name}`);
}

/** Whether any stack has a resource of this type. */
export function hasType(templates: Templates, type: string): boolean {
  return Object.values(templates).some(({ Resources }) =>
    Object.values(Resources).some(({ Type }) => Type === type),
  );
}

/** The logical id that a `Ref` or `Fn::GetAtt` points to, within its template. */
export function target(value: unknown): string | undefined {
  const { Ref, "Fn::GetAtt": attribute } = (value ?? {}) as {
    Ref?: string;
    "Fn::GetAtt"?: string | string[];
  };
  return Ref ?? (typeof attribute === "string" ? attribute.split(".")[0] : attribute?.[0]);
}
