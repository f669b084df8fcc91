import { Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import type { GantryConfig } from "#lib/config.ts";
import type { Grant } from "#lib/constructs/gantry-function.ts";
import { acceptWildcards } from "#lib/nag/nag.ts";
import { nameOf } from "#lib/names.ts";
import type { Resources } from "#lib/resources.ts";

const TENANT = `\${aws:PrincipalTag/tenant}`;
const LEADING_KEYS = [`T#${TENANT}`, `T#${TENANT}#*`];

const tenantRoleName = (config: GantryConfig): string => nameOf(config, "tenant");

/** Allows assuming the role of tenants, in a session that is tagged with one tenant. */
export function actsForTenants(config: GantryConfig): Grant {
  return (fn) => {
    const role = Stack.of(fn).formatArn({
      service: "iam",
      region: "",
      resource: "role",
      resourceName: tenantRoleName(config),
    });
    fn.env("TENANT_ROLE_ARN", role);
    fn.allow({ actions: ["sts:AssumeRole", "sts:TagSession"], resources: [role] });
  };
}

/** The rights of a session on the data of the tenant in its tag; a session without a tag has none. */
export function tenantStatements({ table, artifacts, evidence }: Resources): iam.PolicyStatementProps[] {
  const ownKeys = { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": LEADING_KEYS } };
  return [
    {
      actions: ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:DeleteItem"],
      resources: [table.tableArn],
      conditions: ownKeys,
    },
    {
      actions: ["dynamodb:Query"],
      resources: ["gsi1", "gsi2", "gsi3"].map((index) => `${table.tableArn}/index/${index}`),
      conditions: ownKeys,
    },
    {
      actions: ["s3:GetObject", "s3:PutObject"],
      resources: [artifacts.arnForObjects(`t/${TENANT}/*`)],
    },
    { actions: ["s3:GetObject"], resources: [evidence.arnForObjects(`t/${TENANT}/*`)] },
  ];
}

/**
 * Creates the role of tenants. Only `users` may assume it, and only with a session tag that names the
 * tenant.
 */
export function createTenantRole(
  scope: Construct,
  resources: Resources,
  users: readonly iam.IRole[],
): iam.Role {
  const tagged = new iam.CompositePrincipal(
    ...users.map(({ roleArn }) =>
      new iam.ArnPrincipal(roleArn).withConditions({
        StringLike: { "aws:RequestTag/tenant": "?*" },
        "ForAllValues:StringEquals": { "aws:TagKeys": ["tenant"] },
      }),
    ),
  );
  const role = new iam.Role(scope, "TenantRole", {
    roleName: tenantRoleName(resources.config),
    description: "Access to one tenant's data, by the session's tag.",
    assumedBy: new iam.SessionTagsPrincipal(tagged),
  });
  for (const statement of tenantStatements(resources)) {
    role.addToPolicy(new iam.PolicyStatement(statement));
    acceptWildcards(role, statement.resources ?? []);
  }
  return role;
}
