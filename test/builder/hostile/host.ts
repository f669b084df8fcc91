import { type ChildProcess, spawn } from "node:child_process";
import dgram from "node:dgram";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Server } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";

/** The things of a host that a sandboxed program would like to reach. */
export interface Host {
  readonly targets: Record<string, string | number>;
  /** What has been reached although nothing should be. */
  readonly reached: string[];
  victimLives(): boolean;
  /** Whether the host can connect to the port the sandboxed program listens on. */
  seesListener(): Promise<boolean>;
  close(): void;
}

const SECRET = "s3cret-of-the-host";

export async function startHost(): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), "gantry-host-"));
  chmodSync(folder, 0o755);
  const open = join(folder, "open");
  mkdirSync(open);
  chmodSync(open, 0o777);
  const credentials = join(folder, "credentials");
  writeFileSync(credentials, SECRET, { mode: 0o600 });
  process.env.HOST_SECRET = SECRET;
  const victim: ChildProcess = spawn("sleep", ["120"], { env: { SECRET }, stdio: "ignore", cwd: folder });
  const reached: string[] = [];
  const listen = async (name: string, ...where: unknown[]): Promise<Server> => {
    const server = createServer((socket) => {
      reached.push(name);
      socket.destroy();
    });
    await new Promise<void>((resolve) => (server.listen as (...args: unknown[]) => void)(...where, resolve));
    return server;
  };
  const tcp = await listen("tcp", 0, "0.0.0.0");
  const abstract = `gantry-abstract-${process.pid}`;
  const servers = [
    tcp,
    await listen("abstract", { path: `\0${abstract}` }),
    await listen("path", { path: join(folder, "socket") }),
  ];
  chmodSync(join(folder, "socket"), 0o777);
  const udp = dgram.createSocket("udp4");
  const port = (tcp.address() as AddressInfo).port;
  const free = await listen("free", 0, "127.0.0.1");
  const listenPort = (free.address() as AddressInfo).port;
  free.close();
  const address =
    Object.values(networkInterfaces())
      .flat()
      .find((entry) => entry?.family === "IPv4" && !entry.internal)?.address ?? "192.0.2.1";
  return {
    targets: {
      secret: SECRET,
      credentials,
      folder,
      open,
      base: join(folder, "supervisor"),
      victim: victim.pid ?? 0,
      port,
      address,
      abstract,
      socket: join(folder, "socket"),
      listen: listenPort,
    },
    reached,
    victimLives: () => {
      try {
        return !/^State:\s+[ZXt]/m.test(readFileSync(`/proc/${victim.pid}/status`, "utf8"));
      } catch {
        return false;
      }
    },
    seesListener: () =>
      new Promise((resolve) => {
        const socket = connect({ port: listenPort, host: "127.0.0.1" });
        socket.on("connect", () => {
          socket.destroy();
          resolve(true);
        });
        socket.on("error", () => resolve(false));
      }),
    close() {
      for (const server of servers) server.close();
      udp.close();
      victim.kill("SIGKILL");
      delete process.env.HOST_SECRET;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
