import { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { createFront } from "#local-cloud/front/front.ts";
import type { SignedService } from "#local-cloud/http.ts";
import { credentials, OWNER, region } from "#test/cloud/target.ts";

/** Bedrock behind the one port, which is where HTTP/2 comes from. */
export async function serveBedrock(
  service: SignedService,
): Promise<{ endpoint: string; close(): Promise<void> }> {
  const front = createFront({
    services: { bedrock: (req, res) => service.handle(req, res, OWNER) },
    mounts: [],
    hosts: () => undefined,
    fallback: async (_req, res) => void (res as { end(): unknown }).end(),
    upgrade: (_req, socket) => socket.destroy(),
    graceMs: 200,
  });
  const { port } = await front.listen(0);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async close() {
      await service.close();
      await front.close();
    },
  };
}

/** The SDK as it comes (HTTP/2), and as it is with the HTTP/1.1 handler. */
export function bedrockClient(endpoint: string, protocol: "HTTP/2" | "HTTP/1.1"): BedrockRuntimeClient {
  return new BedrockRuntimeClient({
    endpoint,
    region,
    credentials,
    maxAttempts: 1,
    ...(protocol === "HTTP/1.1" && { requestHandler: new NodeHttpHandler() }),
  });
}
