import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { within } from "#test/support/limits.ts";

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const cache = here("../../../node_modules/.cache/dynamodb-local-2.6.1");

/** AWS's own DynamoDB Local on a free port of 127.0.0.1, its data in memory. */
export interface Judge {
  readonly endpoint: string;
  close(): void;
}

/** Starts it; fetches it with Maven the first time. Rejects with the reason when it cannot be had. */
export async function startDynamoDbLocal(): Promise<Judge> {
  const libraries = fetched();
  const child = spawn(
    "java",
    [
      `-Djava.library.path=${libraries}`,
      `-Dsqlite4java.library.path=${libraries}`,
      "-cp",
      join(libraries, "*"),
      here("Loopback.java"),
    ],
    { stdio: ["pipe", "pipe", "pipe"] },
  );
  const failed = new Promise<never>((_, reject) => {
    let errors = "";
    child.stderr.on("data", (chunk) => (errors += chunk));
    child.on("error", (error) => reject(new Error(`Java cannot be started: ${error.message}`)));
    child.on("exit", (code) => reject(new Error(`DynamoDB Local ended with ${code}: ${errors.trim()}`)));
  });
  const port = await Promise.race([listening(child.stdout), failed]);
  failed.catch(() => {});
  return { endpoint: `http://127.0.0.1:${port}`, close: () => void child.stdin.end() };
}

/** The folder with the jars and native libraries. A download that was cut off leaves no folder. */
function fetched(): string {
  if (existsSync(cache)) return cache;
  const partial = `${cache}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  try {
    execFileSync(
      "mvn",
      ["-q", "-B", "-f", here("pom.xml"), "dependency:copy-dependencies", `-DoutputDirectory=${partial}`],
      { stdio: ["ignore", "pipe", "pipe"], timeout: within(300) },
    );
    renameSync(partial, cache);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw new Error(`Maven cannot fetch DynamoDB Local: ${reasonOf(error)}`);
  }
  return cache;
}

function reasonOf(error: unknown): string {
  const { stdout = "", message } = error as { stdout?: Buffer | string; message: string };
  return (
    String(stdout)
      .split("\n")
      .find((line) => line.includes("ERROR")) ??
    message.split("\n")[0] ??
    ""
  );
}

async function listening(output: NodeJS.ReadableStream): Promise<number> {
  for await (const line of createInterface({ input: output })) {
    const port = /^listening (\d+)$/.exec(line)?.[1];
    if (port) return Number(port);
  }
  return new Promise(() => {});
}
