import { describe, expect, it } from "@jest/globals";
import { tenantStatements } from "#lib/grants/tenants.ts";
import { TENANT_ROLE } from "#local/tenant-role.ts";
import { ACCOUNT, ARTIFACT_BUCKET, EVIDENCE_BUCKET, REGION, TABLE } from "#local/topology.ts";
import { allows } from "#local-cloud/sts/policy.ts";
import { belongsTo } from "#test/support/belongs-to.ts";
import { fc } from "#test/support/property.ts";

const tableArn = `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${TABLE}`;
const bucket = (name: string) => ({ arnForObjects: (key: string) => `arn:aws:s3:::${name}/${key}` });

describe("the tenant role", () => {
  it("is the same in the local cloud and in the stacks", () => {
    const resources = {
      table: { tableArn },
      artifacts: bucket(ARTIFACT_BUCKET),
      evidence: bucket(EVIDENCE_BUCKET),
    };
    expect(TENANT_ROLE.statements).toEqual(tenantStatements(resources as never));
  });

  it("permits exactly the partitions that the key module creates for the tenant", () => {
    const id = fc.stringMatching(/^[0-9a-z][0-9a-z_.-]{0,3}$/);
    const tail = fc.constantFrom("", "#", "#execution#m", "0", "0#execution#m", "*", "?");
    fc.assert(
      fc.property(id, id, tail, (tenant, other, end) => {
        for (const pk of [`T#${tenant}${end}`, `T#${other}${end}`, `G#${other}`, `T#*${end}`]) {
          const access = { action: "dynamodb:GetItem", resource: tableArn, leadingKeys: [pk] };
          const allowed = allows(TENANT_ROLE.statements, new Map([["tenant", tenant]]), access);
          expect([pk, allowed]).toEqual([pk, belongsTo(tenant, pk)]);
        }
      }),
    );
  });

  it("permits nothing to a session without the tag", () => {
    const access = { action: "dynamodb:GetItem", resource: tableArn };
    expect(allows(TENANT_ROLE.statements, new Map(), { ...access, leadingKeys: ["T#"] })).toBe(false);
    const object = { action: "s3:GetObject", resource: `arn:aws:s3:::${ARTIFACT_BUCKET}/t//a` };
    expect(allows(TENANT_ROLE.statements, new Map(), object)).toBe(false);
  });
});
