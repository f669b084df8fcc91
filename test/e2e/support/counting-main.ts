import { startCloud } from "#local/cloud.ts";
import { readConfig } from "#local/config.ts";
import { FUNCTIONS } from "#local/functions.ts";

/** The service of `npm start` as a program that prints which functions are invoked. */

const print = (line: object) => console.log(JSON.stringify(line));

const counted: typeof FUNCTIONS = Object.fromEntries(
  Object.entries(FUNCTIONS).map(([name, { handler, timeoutSeconds }]) => [
    name,
    {
      timeoutSeconds,
      handler: async () => {
        const handle = await handler();
        return (event, context) => {
          print({ message: "invoked", function: name });
          return handle(event, context);
        };
      },
    },
  ]),
);

const { origin, close } = await startCloud(
  readConfig(),
  (level, message, fields) => print({ level, message, ...fields }),
  counted,
);
print({ level: "INFO", message: "ready", origin });
process.once("SIGTERM", () => void close().finally(() => process.exit(0)));
