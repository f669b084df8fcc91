import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "@jest/globals";
import { TENANT_ROLE } from "#local/tenant-role.ts";
import { openIdentities } from "#local-cloud/sts/identities.ts";
import { credentials } from "../../cloud/target.ts";

const dir = mkdtempSync(join(tmpdir(), "gantry-sts-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const open = (name: string) =>
  openIdentities({
    keyFile: join(dir, name),
    owner: { ...credentials, arn: "owner" },
    roles: [TENANT_ROLE],
    now: () => 0,
  });

it("the local STS knows a session after a restart, only by its own key, and in no other installation", () => {
  const session = { role: TENANT_ROLE.arn, arn: "one", tags: { tenant: "tn_1" }, expires: 1000 };
  const first = open("key.json").issue(session);
  const second = open("key.json").issue({ ...session, tags: { tenant: "tn_2" } });
  const { identify } = open("key.json");
  expect(identify(first.accessKeyId, first.token)).toMatchObject({ session: true, arn: "one" });
  expect(identify(second.accessKeyId, first.token)).toBe("unknown");
  expect(identify(credentials.accessKeyId, first.token)).toBe("unknown");
  expect(open("other.json").identify(first.accessKeyId, first.token)).toBe("unknown");
  expect(statSync(join(dir, "key.json")).mode & 0o777).toBe(0o600);
});
