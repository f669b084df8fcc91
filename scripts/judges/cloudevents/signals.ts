// Prints random signals, one line of JSON each, as the ledger creates them: `signals.ts <count> <seed>`.
// Every second signal whose data may be withheld has none.
import fc from "fast-check";
import { AGGREGATE_KINDS, MAX_SEQUENCE } from "#core/kernel/keys.ts";
import { planAppend } from "#core/kernel/ledger/append.ts";
import { sealedForm } from "#core/kernel/ledger/chain.ts";
import { type Signal, signalSchema } from "#core/kernel/ledger/signal.ts";

const [count, seed] = process.argv.slice(2).map(Number);
const TYPED = "gantry.test.typed";

const id = fc.stringMatching(/^[0-9a-z][0-9a-z_.-]{0,63}$/);
const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
const { authtype, actorkind } = signalSchema.shape;
const actor = fc.record(
  { kind: fc.constantFrom(...actorkind.options), id, authtype: fc.constantFrom(...authtype.options) },
  { requiredKeys: ["kind", "id"] },
);
const text = fc.string({ unit: "binary" });
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .filter((value) => !Number.isInteger(value) || Number.isSafeInteger(value));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    number,
    text,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(text, tie("value"), { maxKeys: 4 }),
  ),
}));
const draft = fc.record(
  {
    type: fc.oneof(fc.constant(TYPED), fc.stringMatching(/^gantry(\.[a-z][a-z_]{0,20}){1,3}$/)),
    data: fc.dictionary(text, value, { maxKeys: 6 }),
    actor,
    causation: id,
    dedupe: fc.stringMatching(/^[ -~]{1,256}$/),
  },
  { requiredKeys: ["type", "data", "actor"] },
);
const signal = fc
  .record({
    ref: fc.record({ tenant: id, kind: fc.constantFrom(...AGGREGATE_KINDS), id }),
    head: fc.record({ seq: fc.nat({ max: MAX_SEQUENCE - 1 }), hash: digest }),
    drafts: fc.tuple(draft),
    correlation: id,
    time: fc
      .date({ min: new Date("2020-01-01"), max: new Date("2120-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString()),
    ids: fc.tuple(id),
    salt: digest.map((salt) => () => salt),
  })
  .map((input) => planAppend({ ...input, withholdable: new Set([TYPED]) }).signals[0] as Signal);
const line = fc
  .tuple(signal, fc.boolean())
  .map(([made, withheld]) => JSON.stringify(withheld ? sealedForm(made) : made));

console.log(fc.sample(line, { numRuns: count as number, seed: seed as number }).join("\n"));
