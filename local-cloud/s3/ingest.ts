import type { Body } from "./body.ts";
import { type Algorithm, createDigests, type Expectation } from "./checksum.ts";
import type { ContentStore } from "./content.ts";

export interface Ingested {
  readonly content: string;
  readonly size: number;
  /** Hex. */
  readonly md5: string;
  /** Base64. */
  readonly checksum: string;
}

/**
 * Streams a body to disk while its digests are computed; a body that does not match its stated digests leaves
 * no file.
 */
export async function ingest(
  content: ContentStore,
  body: Body,
  expectation: Expectation,
  algorithm: Algorithm,
): Promise<Ingested> {
  const digests = createDigests(expectation, algorithm);
  let outcome = { md5: "", checksum: "" };
  const measured = async function* () {
    for await (const chunk of body.bytes) {
      digests.update(chunk);
      yield chunk;
    }
    outcome = digests.finish(body.trailers);
  };
  const { id, size } = await content.write(measured());
  return { content: id, size, ...outcome };
}

export const NOTHING_EXPECTED: Expectation = { md5: null, algorithm: null, value: null };
