import { Readable } from "node:stream";
import type { SignedService } from "#local-cloud/http.ts";
import { OWNER } from "#test/cloud/target.ts";

/** Calls of an AWS JSON service without a port in between: the answer's body, error or not. */
export function asked(service: SignedService, target: string) {
  return async (operation: string, input: object): Promise<any> => {
    const headers = {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `${target}.${operation}`,
    };
    const request = Object.assign(Readable.from([Buffer.from(JSON.stringify(input))]), {
      method: "POST",
      headers,
    });
    let answer = "";
    const response = { writeHead: () => {}, end: (body: string) => (answer = body) };
    await service.handle(request as never, response as never, OWNER);
    return JSON.parse(answer);
  };
}
