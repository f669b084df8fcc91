import type { AssumeRoleCommand, AssumeRoleCommandInput, STSClient } from "@aws-sdk/client-sts";
import { describe, expect, it } from "@jest/globals";
import { createTenancy } from "#adapters/sts/tenancy.ts";
import { tenantCredentials } from "#adapters/sts/tenant-credentials.ts";
import { fc } from "#test/support/property.ts";

const ROLE = "arn:aws:iam::000000000000:role/gantry-tenant";
const MINUTE = 60_000;

/** An STS that names the tag in the key, and lets tests decide when it answers. */
function fakeSts() {
  let time = 0;
  const asked: AssumeRoleCommandInput[] = [];
  let answer: (made: object) => Promise<object> = async (made) => made;
  const client = {
    async send({ input }: AssumeRoleCommand) {
      asked.push(input);
      const tenant = input.Tags?.[0]?.Value;
      return answer({
        Credentials: {
          AccessKeyId: `${tenant}/${asked.length}`,
          SecretAccessKey: "secret",
          SessionToken: "token",
          Expiration: new Date(time + (input.DurationSeconds ?? 0) * 1000),
        },
      });
    },
  } as unknown as STSClient;
  return {
    asked,
    options: { client, role: ROLE, clock: { now: () => time } },
    pass(ms: number) {
      time += ms;
    },
    answerWith(next: typeof answer) {
      answer = next;
    },
  };
}

describe("the credentials of a tenant", () => {
  it("come from a session of the tenant role, tagged with the tenant", async () => {
    const sts = fakeSts();
    const credentials = await tenantCredentials(sts.options, "tn_1")();
    expect(sts.asked).toEqual([
      {
        RoleArn: ROLE,
        RoleSessionName: "t.tn_1",
        DurationSeconds: 3600,
        Tags: [{ Key: "tenant", Value: "tn_1" }],
      },
    ]);
    expect(credentials).toMatchObject({ accessKeyId: "tn_1/1", sessionToken: "token" });
  });

  it("have a session name that STS accepts and no other tenant shares", async () => {
    const ids = ["0", "a".repeat(62), "a".repeat(63), "a".repeat(64), `${"a".repeat(63)}b`, "x.y-z_0"];
    const sts = fakeSts();
    for (const id of ids) await tenantCredentials(sts.options, id)();
    const names = sts.asked.map(({ RoleSessionName = "" }) => RoleSessionName);
    for (const name of names) expect(name).toMatch(/^[\w+=,.@-]{2,64}$/);
    expect(new Set(names).size).toBe(ids.length);
  });

  it("are requested once for concurrent callers, and cached", async () => {
    const sts = fakeSts();
    const credentials = tenantCredentials(sts.options, "tn_1");
    const all = await Promise.all([credentials(), credentials(), credentials()]);
    sts.pass(49 * MINUTE);
    expect(new Set([...all, await credentials()].map(({ accessKeyId }) => accessKeyId))).toEqual(
      new Set(["tn_1/1"]),
    );
  });

  it("are renewed before they expire, early enough for the SDK", async () => {
    const sts = fakeSts();
    const credentials = tenantCredentials(sts.options, "tn_1");
    await credentials();
    sts.pass(54 * MINUTE);
    const { accessKeyId, expiration } = await credentials();
    expect([accessKeyId, expiration.getTime()]).toEqual(["tn_1/2", (54 + 60) * MINUTE]);
  });

  it("are requested again after a failure", async () => {
    const sts = fakeSts();
    const credentials = tenantCredentials(sts.options, "tn_1");
    sts.answerWith(async () => {
      throw new Error("throttled");
    });
    await expect(credentials()).rejects.toThrow("throttled");
    sts.answerWith(async () => ({}));
    await expect(credentials()).rejects.toMatchObject({ code: "Internal" });
    sts.answerWith(async (made) => made);
    expect((await credentials()).accessKeyId).toBe("tn_1/3");
  });
});

describe("a client for a tenant", () => {
  it("never has another tenant's credentials, in whatever order sessions are requested, returned, renewed and dropped", async () => {
    const step = fc.record({ tenant: fc.constantFrom("tn_1", "tn_10", "tn_2", "a"), minutes: fc.nat(40) });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(step, { maxLength: 12 }), async (scheduler, steps) => {
        const sts = fakeSts();
        sts.answerWith((made) => scheduler.schedule(Promise.resolve(made)));
        const open = createTenancy(sts.options, (credentials) => credentials, 2);
        const asked = steps.map(async ({ tenant, minutes }) => {
          await scheduler.schedule(Promise.resolve());
          sts.pass(minutes * MINUTE);
          return [tenant, (await open(tenant)()).accessKeyId.split("/")[0]];
        });
        await scheduler.waitFor(Promise.all(asked));
        for (const [tenant, owner] of await Promise.all(asked)) expect(owner).toBe(tenant);
      }),
      { numRuns: 50 },
    );
  });

  it("is created once, and again after it was dropped in favour of other tenants", () => {
    const opened: number[] = [];
    const open = createTenancy(fakeSts().options, () => opened.push(1), 2);
    expect(["a", "b", "a", "c", "a", "b"].map((tenant) => open(tenant))).toEqual([1, 2, 1, 3, 1, 4]);
  });

  it.each(["", "*", "tn_1#X", "TN_1", "tn 1"])(
    "is refused before STS is called for the tenant '%s'",
    (tenant) => {
      const sts = fakeSts();
      const open = createTenancy(sts.options, (credentials) => credentials);
      expect(() => open(tenant)).toThrow(expect.objectContaining({ code: "Internal" }));
      expect(sts.asked).toEqual([]);
    },
  );
});
