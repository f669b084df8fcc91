import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsApp } from "../support/records-app.js";
import { planImport } from "../../public/lib/import-plan.js";

const amount = {
  id: "amount",
  type: "integer",
  accepts: (value) => value === null || Number.isInteger(value),
  fromText: (text) => (/^-?\d+$/.test(text) ? Number(text) : undefined),
};

async function plan(text, records = [], behaviours = []) {
  const { app, task } = await recordsApp({ fields: [amount], records, behaviours });
  return planImport(app, { text, entity: task });
}

test("rows of a CSV are read by the names of the fields", async () => {
  const { added, faults } = await plan("Title,AMOUNT\nTea,3\nMilk,\n");
  assert.deepEqual(faults, []);
  assert.deepEqual(added.map(({ record }) => record), [{ title: "Tea", amount: 3 }, { title: "Milk", amount: null }]);
});

test("a value that cannot be read is named with its row, and the row is left out", async () => {
  const { added, faults } = await plan("title,amount,other\nTea,lots,x\nMilk,2,y");
  assert.equal(added.length, 1);
  assert.equal(faults.length, 2);
});

test("a row that is there already is not added again", async () => {
  const result = await plan("title,amount\nTea,3", [{ id: "a", title: "Tea", amount: 3 }]);
  assert.deepEqual([result.added.length, result.same], [0, 1]);
});

test("a record of a JSON that differs from the one that is there is a change, never an addition", async () => {
  const stored = [{ id: "a", title: "Tea", amount: 3 }];
  const { added, changed } = await plan(JSON.stringify({ entities: { task: [{ id: "a", title: "Green tea" }] } }), stored);
  assert.equal(added.length, 0);
  assert.deepEqual(changed.map(({ record }) => [record.title, record.amount]), [["Green tea", 3]]);
});

test("values that are not of their field's type are refused, and unknown values are left out", async () => {
  const { added, faults } = await plan(JSON.stringify([{ title: "Tea", amount: "3" }, { title: "Milk", evil: 1 }]));
  assert.deepEqual(added.map(({ record }) => record), [{ title: "Milk" }]);
  assert.equal(faults.length, 1);
});

test("what behaviours keep is imported with the record", async () => {
  const { added } = await plan(JSON.stringify([{ title: "Tea", favorite: true }]), [], [{ entity: "task", columns: ["favorite"] }]);
  assert.equal(added[0].record.favorite, true);
});

test("the bytes of a file are read from its data address", async () => {
  const { added } = await plan(JSON.stringify([{ title: { name: "x", data: "data:text/plain;base64,aGVsbG8=" } }]));
  assert.equal(await added[0].record.title.data.text(), "hello");
});

test("a file that is not what it should be is a fault and nothing else", async () => {
  for (const text of ["{", "{}", '{"entities":{"other":[]}}', '[1,null,[],{"id":5}]', 'title\n"x', "nothing,known\n1,2"]) {
    const { added, changed, faults } = await plan(text);
    assert.deepEqual([added.length, changed.length, faults.length > 0], [0, 0, true], text);
  }
});
