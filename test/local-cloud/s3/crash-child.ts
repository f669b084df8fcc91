// Stores objects until it is killed; its parent counts what was acknowledged.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createS3 } from "#local-cloud/s3/s3.ts";
import { credentials } from "#test/cloud/target.ts";

const [dir = ""] = process.argv.slice(2);
const service = createS3({
  dir,
  credentials,
  onEvent: () => new Promise(() => {}),
});
const server = createServer((req, res) => void service.handle(req, res));
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
