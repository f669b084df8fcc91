import { createHash } from "node:crypto";
import { ServiceError } from "#local-cloud/http.ts";
import { readDocument } from "#local-cloud/s3/body.ts";
import { badDigest, checksumElement, checksumHeader, createHasher } from "#local-cloud/s3/checksum.ts";
import { commitObject } from "#local-cloud/s3/commit.ts";
import type { ContentStore } from "#local-cloud/s3/content.ts";
import { ingest, NOTHING_EXPECTED } from "#local-cloud/s3/ingest.ts";
import { bucketOf, versionHeader } from "#local-cloud/s3/lookup.ts";
import type { Operation } from "#local-cloud/s3/operation.ts";
import { guardWrite } from "#local-cloud/s3/precondition.ts";
import { integerParameter } from "#local-cloud/s3/request.ts";
import type { Part, Upload } from "#local-cloud/s3/state.ts";
import {
  childText,
  element,
  leaf,
  malformed,
  onlyChildren,
  type XmlNode,
  xmlDocument,
} from "#local-cloud/s3/xml.ts";
import { CHECKSUM_HEADERS } from "./common.ts";
import { ownerXml } from "./list-objects.ts";
import { encryptionOf, orDiscard } from "./put-object.ts";
import { findUpload } from "./upload.ts";

const MIN_PART = 5 * 1024 * 1024;

export const completeMultipartUpload: Operation = {
  name: "CompleteMultipartUpload",
  method: "POST",
  on: "object",
  marks: ["uploadId"],
  headers: [...CHECKSUM_HEADERS, "x-amz-checksum-type", "x-amz-mp-object-size", "if-match", "if-none-match"],
  run: async (call) => {
    const bucket = bucketOf(call);
    const { upload, parts } = findUpload(call);
    const guard = guardWrite(call, bucket, upload.key);
    try {
      // Here the x-amz-checksum header applies to the object and not to this document.
      const expected = expectedWhole(call.request.headers, upload);
      const document = { ...call.request, headers: new Map<string, string>() };
      const chosen = chooseParts(await readDocument(document, call.body()), upload, parts);
      const joined = await joinParts(call.store.content, chosen, upload);
      const version = await orDiscard(call.store.content, joined.content, () => {
        if (expected.checksum !== undefined && expected.checksum !== joined.checksum.value)
          throw badDigest(upload.algorithm);
        if (expected.size !== null && expected.size !== joined.size)
          throw new ServiceError(
            "InvalidRequest",
            "x-amz-mp-object-size does not match the size of the parts",
            400,
          );
        findUpload(call);
        guard.check();
        const { headers, retention, legalHold, key } = upload;
        return commitObject(
          call,
          bucket,
          { headers, retention, legalHold, key, ...joined },
          "CompleteMultipartUpload",
          [{ type: "upload-gone", id: upload.id }],
        );
      });
      return {
        status: 200,
        headers: { ...versionHeader(bucket, version.versionId), ...encryptionOf(version) },
        body: xmlDocument(
          "CompleteMultipartUploadResult",
          leaf("Location", `/${upload.bucket}/${upload.key}`),
          leaf("Bucket", upload.bucket),
          leaf("Key", upload.key),
          leaf("ETag", `"${version.etag}"`),
          leaf("ChecksumType", joined.checksum.type),
          leaf(checksumElement(upload.algorithm), joined.checksum.value),
        ),
      };
    } finally {
      guard.release();
    }
  },
};

export const abortMultipartUpload: Operation = {
  name: "AbortMultipartUpload",
  method: "DELETE",
  on: "object",
  marks: ["uploadId"],
  run: (call) => {
    call.store.commit([{ type: "upload-gone", id: findUpload(call).upload.id }]);
    return { status: 204 };
  },
};

export const listParts: Operation = {
  name: "ListParts",
  method: "GET",
  on: "object",
  marks: ["uploadId"],
  query: ["max-parts", "part-number-marker"],
  run: (call) => {
    const { upload, parts } = findUpload(call);
    const marker = integerParameter(call.request, "part-number-marker", 0, { min: 0, max: 10_000 });
    const limit = Math.min(
      1000,
      integerParameter(call.request, "max-parts", 1000, { min: 0, max: 2 ** 31 - 1 }),
    );
    const rest = [...parts.values()]
      .filter(({ number }) => number > marker)
      .sort((a, b) => a.number - b.number);
    const page = rest.slice(0, limit);
    return {
      status: 200,
      body: xmlDocument(
        "ListPartsResult",
        leaf("Bucket", upload.bucket),
        leaf("Key", upload.key),
        leaf("UploadId", upload.id),
        leaf("PartNumberMarker", marker),
        leaf("NextPartNumberMarker", page.at(-1)?.number ?? 0),
        leaf("MaxParts", limit),
        leaf("IsTruncated", limit > 0 && rest.length > limit),
        leaf("StorageClass", "STANDARD"),
        leaf("ChecksumAlgorithm", upload.explicit ? upload.algorithm : null),
        leaf("ChecksumType", upload.explicit ? upload.checksumType : null),
        ownerXml(call.account),
        ...page.map((part) =>
          element(
            "Part",
            leaf("PartNumber", part.number),
            leaf("LastModified", new Date(part.modified).toISOString()),
            leaf("ETag", `"${part.etag}"`),
            leaf("Size", part.size),
            upload.explicit ? leaf(checksumElement(upload.algorithm), part.checksum) : "",
          ),
        ),
      ),
    };
  },
};

function expectedWhole(
  headers: ReadonlyMap<string, string>,
  upload: Upload,
): { checksum: string | undefined; size: number | null } {
  const type = headers.get("x-amz-checksum-type");
  if (type !== undefined && type !== upload.checksumType)
    throw new ServiceError("InvalidRequest", "x-amz-checksum-type is not that of the upload", 400);
  const size = headers.get("x-amz-mp-object-size");
  return {
    checksum: headers.get(checksumHeader(upload.algorithm)),
    size: size === undefined ? null : Number(size),
  };
}

function chooseParts(root: XmlNode, upload: Upload, parts: Map<number, Part>): Part[] {
  if (root.name !== "CompleteMultipartUpload" || root.children.length === 0) throw malformed();
  onlyChildren(root, ["Part"]);
  const chosen = root.children.map((node) => choosePart(node, upload, parts));
  chosen.forEach((part, index) => {
    const next = chosen[index + 1];
    if (next && next.number <= part.number)
      throw new ServiceError("InvalidPartOrder", "The list of parts was not in ascending order.", 400);
    if (next && part.size < MIN_PART)
      throw new ServiceError(
        "EntityTooSmall",
        "Your proposed upload is smaller than the minimum allowed size",
        400,
        {
          PartNumber: part.number,
          ProposedSize: part.size,
          MinSizeAllowed: MIN_PART,
        },
      );
  });
  return chosen;
}

function choosePart(node: XmlNode, upload: Upload, parts: Map<number, Part>): Part {
  const element = checksumElement(upload.algorithm);
  onlyChildren(node, ["PartNumber", "ETag", element]);
  const part = parts.get(Number(childText(node, "PartNumber")));
  const etag = childText(node, "ETag")?.replaceAll('"', "");
  const checksum = childText(node, element);
  if (part && part.etag === etag && (checksum === undefined || checksum === part.checksum)) return part;
  throw new ServiceError(
    "InvalidPart",
    "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
    400,
  );
}

async function joinParts(content: ContentStore, parts: Part[], upload: Upload) {
  const body = { bytes: concatenate(content, parts), trailers: new Map<string, string>() };
  const whole = await ingest(content, body, NOTHING_EXPECTED, upload.algorithm);
  const etags = createHash("md5");
  for (const part of parts) etags.update(Buffer.from(part.etag, "hex"));
  return {
    content: whole.content,
    size: whole.size,
    etag: `${etags.digest("hex")}-${parts.length}`,
    checksum: {
      algorithm: upload.algorithm,
      type: upload.checksumType,
      value: upload.checksumType === "FULL_OBJECT" ? whole.checksum : compositeChecksum(parts, upload),
    },
  };
}

async function* concatenate(content: ContentStore, parts: Part[]): AsyncGenerator<Buffer> {
  for (const part of parts) yield* content.read(part.content) as AsyncIterable<Buffer>;
}

/** Returns the checksum of the parts' checksums, with the number of parts. */
function compositeChecksum(parts: Part[], upload: Upload): string {
  const hasher = createHasher(upload.algorithm);
  for (const part of parts) hasher.update(Buffer.from(part.checksum, "base64"));
  return `${hasher.digest().toString("base64")}-${parts.length}`;
}
