import { ACCOUNT, ARTIFACT_BUCKET, EVIDENCE_BUCKET, REGION, TABLE } from "#local/topology.ts";
import type { Role } from "#local-cloud/sts/role.ts";

const TENANT = `\${aws:PrincipalTag/tenant}`;
const TABLE_ARN = `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${TABLE}`;
const OWN_KEYS = {
  "ForAllValues:StringLike": { "dynamodb:LeadingKeys": [`T#${TENANT}`, `T#${TENANT}#*`] },
} as const;

/** The role of tenants, with the statements that the stacks give it. */
export const TENANT_ROLE: Role = {
  arn: `arn:aws:iam::${ACCOUNT}:role/gantry-tenant`,
  tags: ["tenant"],
  statements: [
    {
      actions: ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:DeleteItem"],
      resources: [TABLE_ARN],
      conditions: OWN_KEYS,
    },
    {
      actions: ["dynamodb:Query"],
      resources: ["gsi1", "gsi2", "gsi3"].map((index) => `${TABLE_ARN}/index/${index}`),
      conditions: OWN_KEYS,
    },
    {
      actions: ["s3:GetObject", "s3:PutObject"],
      resources: [`arn:aws:s3:::${ARTIFACT_BUCKET}/t/${TENANT}/*`],
    },
    { actions: ["s3:GetObject"], resources: [`arn:aws:s3:::${EVIDENCE_BUCKET}/t/${TENANT}/*`] },
  ],
};
