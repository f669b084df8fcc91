import { chmodSync } from "node:fs";
import { join } from "node:path";
import { type Aws, createAws } from "#local-cloud/aws.ts";
import { createBedrock } from "#local-cloud/bedrock/bedrock.ts";
import { type Catalogue, loadCatalogue } from "#local-cloud/catalogue.ts";
import { makeFolder } from "#local-cloud/durable/write-file.ts";
import { createFront, type FrontOptions } from "#local-cloud/front/front.ts";
import { ownReply } from "#local-cloud/front/own-reply.ts";
import { type CloudHandler, send } from "#local-cloud/http.ts";
import { keyPairAt } from "#local-cloud/key-file.ts";
import type { Settings } from "#local-cloud/settings.ts";
import { restJson } from "#local-cloud/sigv4/protocols.ts";
import type { KeyPair } from "#local-cloud/sts/identities.ts";

export interface Cloud {
  /** Such as `http://127.0.0.1:4566`. */
  readonly endpoint: string;
  readonly credentials: KeyPair;
  /** The file with the credentials, in the format of AWS's shared credentials file. */
  readonly credentialsFile: string;
  close(): Promise<void>;
}

const ACCOUNT = "000000000000";
const HOST = "127.0.0.1";

/**
 * Starts the AWS services with a data folder. `ready` is called when the endpoint is known and before any
 * function runs. Rejects with a message for people.
 */
export async function startCloud(
  { port: wanted, data, region, catalogue: module }: Settings,
  onError: (service: string, error: unknown) => void,
  ready: (cloud: Cloud) => void = () => {},
): Promise<Cloud> {
  const catalogue = await loadCatalogue(module);
  makeFolder(data, 0o700);
  chmodSync(data, 0o700); // An existing folder would keep its mode.
  const credentialsFile = join(data, "credentials");
  const credentials = keyPairAt(credentialsFile);
  const aws = await createAws({ dir: data, credentials, account: ACCOUNT, region, ...catalogue, onError });
  const front = createFront({
    ...frontOf(aws, catalogue, onError),
    onError: (error) => onError("front", error),
  });
  const { port } = await front.listen(wanted, HOST);
  const cloud: Cloud = {
    endpoint: `http://${HOST}:${port}`,
    credentials,
    credentialsFile,
    async close() {
      await front.close();
      await aws.close();
    },
  };
  ready(cloud);
  await aws.start();
  return cloud;
}

function frontOf(
  aws: Aws,
  { model }: Catalogue,
  onError: (service: string, error: unknown) => void,
): FrontOptions {
  const bedrock = model && createBedrock({ model, onError: (error) => onError("bedrock", error) });
  return {
    services: {
      ...aws.services,
      ...(bedrock && {
        bedrock: aws.gate({ service: "bedrock", protocol: restJson, handle: bedrock.handle, apiKeys: true }),
      }),
    },
    mounts: [],
    hosts: () => undefined,
    fallback: unsigned,
    upgrade: (_req, socket) => socket.end(ownReply(404, {})),
  };
}

/** Refuses requests without a signature. */
const unsigned: CloudHandler = async (_req, res) =>
  send(res, 403, JSON.stringify({ message: "The request has no AWS Signature Version 4." }), {
    "content-type": "application/json",
    "x-amzn-errortype": "MissingAuthenticationTokenException",
  });
