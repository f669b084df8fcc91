import { describe, expect, it, jest } from "@jest/globals";
import type { Clock } from "#core/kernel/clock.ts";
import { usageKey } from "#core/kernel/keys.ts";
import { type Item, keyOf, type Store, TransactionRefused } from "#core/kernel/ledger/store.ts";
import { type Budget, createBudget } from "#core/model/budget.ts";
import type { Spending } from "#core/model/spending.ts";
import { noPause } from "#test/support/memory-pause.ts";
import { countingIds, fakeClock } from "#test/support/memory-ports.ts";
import { memoryStore } from "#test/support/memory-store.ts";
import { seeded } from "#test/support/seeded.ts";

const USD = 1_000_000;
const START = Date.UTC(2026, 10, 23);

function world() {
  const clock = fakeClock(START);
  const store = memoryStore(noPause);
  const ids = countingIds(clock);
  /** Each is that of another process. */
  const budget = () => createBudget({ store, clock, ids });
  const counter = () => store.get(usageKey("tn_1", "202611"));
  const held = () => store.items().filter(({ sk }) => sk.startsWith("R#")).length;
  return { clock, budget, counter, held };
}

const payer = (monthly_usd: number | null) => ({
  tenant: "tn_1",
  limits: { monthly_usd, unlisted: "count" } as const,
});

describe("a reservation", () => {
  it("is part of the budget until it is settled by what the call cost", async () => {
    const { budget, counter, held } = world();
    const first = await budget().reserve(payer(1), 0.6 * USD, 1000);
    await expect(budget().reserve(payer(1), 0.5 * USD, 1000)).rejects.toMatchObject({
      code: "PolicyDenied",
      message: expect.stringContaining(
        "1.00 USD a month for models (models.monthly_usd): 0.00 USD are spent, 0.60",
      ),
    });
    await first.settle(0.1 * USD);
    expect(await counter()).toMatchObject({ spent: 0.1 * USD, reserved: 0 });
    await (await budget().reserve(payer(1), 0.5 * USD, 1000)).settle(0);
    expect(await counter()).toMatchObject({ spent: 0.1 * USD, reserved: 0, expired: 0 });
    expect(held()).toBe(0);
  });

  it("is made without a limit as well, so that the spending is known", async () => {
    const { budget, counter } = world();
    await (await budget().reserve(payer(null), 900 * USD, 1000)).settle(800 * USD);
    expect(await counter()).toMatchObject({ spent: 800 * USD });
  });

  it("belongs to the tenant and to the month in which the call began", async () => {
    const { budget, clock, counter } = world();
    clock.advance(Date.UTC(2026, 10, 30, 23, 59, 59) - clock.now());
    const late = await budget().reserve(payer(1), USD, 1000);
    clock.advance(2000);
    await budget().reserve(payer(1), USD, 1000);
    await budget().reserve({ ...payer(1), tenant: "tn_2" }, USD, 1000);
    await late.settle(USD);
    expect(await counter()).toMatchObject({ spent: USD, reserved: 0 });
  });

  it("of a process that died is released after the time of its call, and noted", async () => {
    const { budget, clock, counter, held } = world();
    for (let count = 0; count < 50; count++) await budget().reserve(payer(50), USD, 1000);
    await expect(budget().reserve(payer(50), USD, 1000)).rejects.toMatchObject({ code: "PolicyDenied" });
    clock.advance(61_001);
    await budget().reserve(payer(50), 45 * USD, 1000);
    const after = await counter();
    expect(after?.spent).toBe(0);
    expect((after?.reserved as number) + (after?.expired as number)).toBe(95 * USD);
    expect(after?.reserved).toBeLessThanOrEqual(50 * USD);
    expect(held()).toBe((after?.reserved as number) / USD - 44);
  });

  it("that expired during its call is still counted when it is settled", async () => {
    const { budget, clock, counter } = world();
    const slow = await budget().reserve(payer(1), USD, 1000);
    clock.advance(100_000);
    const other = await budget().reserve(payer(1), USD, 1000);
    await slow.settle(0.7 * USD);
    expect(await counter()).toMatchObject({ spent: 0.7 * USD, reserved: USD, expired: USD });
    await other.settle(0);
    await expect(budget().reserve(payer(1), 0.4 * USD, 1000)).rejects.toMatchObject({ code: "PolicyDenied" });
  });
});

/** A table of one tenant's budget, fast enough for thousands of reservations; a call takes one to three turns. */
function crowdedTable(pass: () => Promise<void>) {
  const items = new Map<string, Item>();
  const store: Store = {
    async get({ sk }) {
      await pass();
      return items.get(sk);
    },
    async query({ prefix = "", limit = 20 }) {
      await pass();
      return [...items.values()].filter(({ sk }) => sk.startsWith(prefix)).slice(0, limit);
    },
    async transact(writes) {
      await pass();
      const failed = writes.flatMap((write, index) => {
        const existing = items.get(keyOf(write).sk);
        const { when = {} } = write as { when?: { absent?: true; equals?: Record<string, unknown> } };
        const same = Object.entries(when.equals ?? {}).every(([name, value]) => existing?.[name] === value);
        return (when.absent ? !existing : same) ? [] : [{ index, existing }];
      });
      if (failed.length > 0) throw new TransactionRefused(failed);
      for (const write of writes) {
        if ("put" in write) items.set(write.put.sk, write.put);
        else items.delete(write.delete.sk);
      }
    },
  };
  return { store, items, counter: () => items.get("C") as unknown as Spending };
}

describe("10,000 calls side by side in 8 processes", () => {
  it("never reserve or spend more than the budget, and use what is there", async () => {
    const limit = 700 * USD;
    const random = seeded(jest.getSeed());
    const pass = async () => {
      for (let turn = random() * 3; turn > 0; turn--) await undefined;
    };
    const clock = fakeClock(START);
    const waiting: Clock = {
      ...clock,
      async jitter(ms) {
        const waited = random() * ms;
        for (let turn = waited / 5; turn > 0; turn--) await undefined;
        return waited;
      },
    };
    const { store, items, counter } = crowdedTable(pass);
    let most = 0;
    const watched: Store = {
      ...store,
      async transact(writes) {
        await store.transact(writes);
        most = Math.max(most, counter().spent + counter().reserved);
      },
    };
    const ids = countingIds(clock);
    const budgets = Array.from({ length: 8 }, () => createBudget({ store: watched, clock: waiting, ids }));
    let [made, refused, spent, died] = [0, 0, 0, 0];
    const call = async (index: number) => {
      const wanted = Math.ceil((0.05 + random() * 0.2) * USD);
      const own = budgets[index % budgets.length] as Budget;
      const reservation = await patiently(() => own.reserve(payer(700), wanted, 1000)).catch((error) => {
        expect(error).toMatchObject({ code: "PolicyDenied" });
        refused++;
      });
      if (!reservation) return;
      made++;
      if (random() < 0.01) return void died++;
      const cost = Math.floor(wanted * random());
      spent += cost;
      await patiently(() => reservation.settle(cost));
    };
    await Promise.all(Array.from({ length: 10_000 }, (_, index) => call(index)));
    expect(most).toBeLessThanOrEqual(limit);
    expect(made + refused).toBe(10_000);
    expect(Math.min(made, refused)).toBeGreaterThan(1000);
    expect(counter()).toMatchObject({ spent, expired: 0 });
    expect(items.size).toBe(died + 1);
    clock.advance(100_000);
    const left = limit - spent;
    await (await (budgets[0] as Budget).reserve(payer(700), left, 1000)).settle(left);
    expect(counter()).toMatchObject({ spent: limit, reserved: 0 });
    expect(items.size).toBe(1);
  });
});

/** Repeats what lost against other writers, as the state machine repeats a step. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: string }).code !== "Conflict") throw error;
    }
  }
}
