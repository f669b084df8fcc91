import { request } from "node:http";

export interface AppAnswer {
  readonly status: number;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Fetches from `<label>.localhost`, which not every machine's resolver knows: straight from loopback. */
export async function fetchApp(
  url: string,
  { method = "GET", body, headers = {} }: { method?: string; body?: string; headers?: object } = {},
): Promise<AppAnswer> {
  const { host, port, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: "127.0.0.1", port, method, path: `${pathname}${search}`, headers: { ...headers, host } },
      async (response) => {
        const bytes = Buffer.concat(await response.toArray());
        resolve({ status: response.statusCode ?? 0, type: response.headers["content-type"] ?? "", bytes });
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
