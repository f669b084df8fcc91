import { type AccessRequest, type Decision, decide, type Statement } from "#test/support/iam.ts";
import type { Resolved } from "#test/support/template.ts";

/** A role as the templates make it. */
export interface Role {
  readonly name: string;
  readonly arn: string;
  readonly trust: readonly Statement[];
  /** Statements of all policies it has, wherever they are written. */
  readonly statements: readonly Statement[];
  readonly managed: readonly string[];
}

/** Every role of the templates, by name. */
export function rolesOf(templates: Resolved): ReadonlyMap<string, Role> {
  const apart = templates.all("AWS::IAM::Policy").map(({ properties }) => ({
    roles: properties.Roles as string[],
    statements: statementsOf(properties.PolicyDocument),
  }));
  return new Map(
    templates.all("AWS::IAM::Role").map(({ stack, id, properties }) => {
      const arn = templates.arn(stack, id);
      const name = arn.split("/").at(-1) as string;
      const inline = ((properties.Policies ?? []) as { PolicyDocument: unknown }[]).flatMap((policy) =>
        statementsOf(policy.PolicyDocument),
      );
      const statements = [
        ...inline,
        ...apart.filter(({ roles }) => roles.includes(name)).flatMap(({ statements }) => statements),
      ];
      const trust = statementsOf(properties.AssumeRolePolicyDocument);
      return [name, { name, arn, trust, statements, managed: properties.ManagedPolicyArns ?? [] }];
    }),
  );
}

function statementsOf(document: unknown): Statement[] {
  const { Statement: found = [] } = (document ?? {}) as { Statement?: Statement | Statement[] };
  return Array.isArray(found) ? found : [found];
}

/** Decides what a role asks, with the policy of the key or bucket it asks for. Requests come over TLS unless told. */
export function createJudge(templates: Resolved) {
  const keys = templates
    .all("AWS::KMS::Key")
    .map(({ stack, id, properties }) => [templates.arn(stack, id), properties.KeyPolicy] as const);
  const buckets = templates
    .all("AWS::S3::BucketPolicy")
    .map(({ properties }) => [`arn:aws:s3:::${properties.Bucket}`, properties.PolicyDocument] as const);
  return function ask(
    { arn, statements }: Role,
    action: string,
    resource: string,
    context: AccessRequest["context"] = {},
  ): Decision {
    const own = [...keys, ...buckets].filter(
      ([guarded]) => resource === guarded || resource.startsWith(`${guarded}/`),
    );
    return decide(
      { identity: statements, resource: own.flatMap(([, document]) => statementsOf(document)) },
      {
        principal: arn,
        action,
        resource,
        context: { "aws:PrincipalArn": arn, "aws:SecureTransport": "true", ...context },
      },
    );
  };
}
