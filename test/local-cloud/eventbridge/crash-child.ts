// Puts events whose target takes some and never finishes others, until it is killed.
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { createBus } from "#local-cloud/eventbridge/bus.ts";
import { sampleEvent } from "./sample-event.ts";

const [dir = ""] = process.argv.slice(2);
const bus = createBus({
  dir,
  rules: [{ name: "all", pattern: { source: ["test"] }, targets: ["sink"] }],
  targets: {
    sink: async (event) => {
      if (Number(event.detail.n) % 2 === 1) await new Promise(() => {});
      appendFileSync(join(dir, "taken"), `${event.detail.n}\n`);
    },
  },
});
for (let n = 0; n < 100; n++) bus.put(sampleEvent({ n }));
process.send?.("put");
setInterval(() => {}, 1000);
