// A Step Functions process to be killed: `node crash-server.ts <dir> <clock offset in ms>`. What its tasks are asked
// to do goes to <dir>/calls; an ECS job has stopped once <dir>/stopped exists; item 3 hangs until <dir>/again does.
import { appendFileSync, existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createStates } from "#local-cloud/states/states.ts";
import { OWNER } from "#test/cloud/target.ts";

const [dir = "", offset = "0"] = process.argv.slice(2);
const file = (name: string) => join(dir, name);
const log = (...call: unknown[]) => appendFileSync(file("calls"), `${JSON.stringify(call)}\n`);
const exists = async (name: string) => {
  while (!existsSync(file(name))) await sleep(5);
};

const service = createStates({
  dir,
  now: () => Date.now() + Number(offset),
  onEvent: ({ id, detail }) => log("event", id, detail.status),
  invoke: {
    async lambda(name, payload) {
      log(name, payload);
      if (payload === 3) await exists("again");
      return { ok: true, payload };
    },
    ecs: {
      async runTask({ clientToken }) {
        log("runTask", clientToken);
        return { taskArn: "arn:aws:ecs:us-east-1:000000000000:task/job" };
      },
      async waitStopped(taskArn) {
        log("waitStopped", taskArn);
        await exists("stopped");
        return { taskArn, containers: [{ exitCode: 0 }] };
      },
      async stopTask() {
        log("stopTask");
      },
    },
  },
});
await service.start();
const server = createServer((req, res) => void service.handle(req, res, OWNER));
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
