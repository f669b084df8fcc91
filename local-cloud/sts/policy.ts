/** The supported part of IAM's policy language. All statements have the effect Allow. */
export interface Statement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: {
    readonly "ForAllValues:StringLike": { readonly "dynamodb:LeadingKeys": readonly string[] };
  };
}

/** One action of a request. */
export interface Access {
  /** `dynamodb:GetItem` */
  readonly action: string;
  /** An ARN, or `*` for actions without a resource. */
  readonly resource: string;
  /** Partition keys, for the items of a table. */
  readonly leadingKeys?: readonly string[];
}

export type Tags = ReadonlyMap<string, string>;

/** Whether one of the statements allows the access to a session with these tags; otherwise it is denied. */
export function allows(statements: readonly Statement[], tags: Tags, access: Access): boolean {
  const like = (patterns: readonly string[], text: string) =>
    patterns.some((pattern) => isLike(pattern, tags, text));
  return statements.some(
    ({ actions, resources, conditions }) =>
      like(actions, access.action) &&
      like(resources, access.resource) &&
      // As in IAM, ForAllValues is true without values.
      (!conditions ||
        (access.leadingKeys ?? []).every((key) =>
          like(conditions["ForAllValues:StringLike"]["dynamodb:LeadingKeys"], key),
        )),
  );
}

const VARIABLE = /(\$\{aws:PrincipalTag\/[^}]+\})/;

/** IAM's wildcards and tag variables; a variable whose tag is missing matches nothing. */
function isLike(pattern: string, tags: Tags, text: string): boolean {
  const parts = pattern.split(VARIABLE).map((part) => {
    if (!VARIABLE.test(part)) return escapeRegExp(part).replaceAll("\\*", ".*").replaceAll("\\?", ".");
    const value = tags.get(part.slice("${aws:PrincipalTag/".length, -1));
    return value === undefined ? undefined : escapeRegExp(value);
  });
  return !parts.includes(undefined) && new RegExp(`^${parts.join("")}$`, "su").test(text);
}

const escapeRegExp = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
