import { ServiceError } from "#local-cloud/http.ts";
import { bucketOf, checkVersionId } from "#local-cloud/s3/lookup.ts";
import type { Operation } from "#local-cloud/s3/operation.ts";
import type { S3Request } from "#local-cloud/s3/request.ts";
import type { Bucket, ObjectVersion } from "#local-cloud/s3/state.ts";
import { type Position, walkKeys } from "#local-cloud/s3/walk.ts";
import { element, leaf, xmlDocument } from "#local-cloud/s3/xml.ts";
import { commonPrefix, keyEncoder, objectFields, ownerXml, takePage } from "./list-objects.ts";

export const listObjectVersions: Operation = {
  name: "ListObjectVersions",
  method: "GET",
  on: "bucket",
  marks: ["versions"],
  query: ["prefix", "delimiter", "max-keys", "key-marker", "version-id-marker", "encoding-type"],
  run: (call) => {
    const { query } = call.request;
    const bucket = bucketOf(call);
    const prefix = query.get("prefix") ?? "";
    const delimiter = query.get("delimiter") ?? "";
    const entries = walkVersions(bucket, { prefix, delimiter }, markerOf(call.request, delimiter));
    const { page, limit, more } = takePage(call.request, entries);

    const encode = keyEncoder(call.request);
    const last = more ? page.at(-1) : undefined;
    return {
      status: 200,
      body: xmlDocument(
        "ListVersionsResult",
        leaf("Name", call.request.bucket),
        leaf("Prefix", encode(prefix)),
        delimiter && leaf("Delimiter", encode(delimiter)),
        leaf("KeyMarker", encode(query.get("key-marker") ?? "")),
        leaf("VersionIdMarker", query.get("version-id-marker") ?? ""),
        leaf("MaxKeys", limit),
        leaf("IsTruncated", more),
        leaf("EncodingType", query.get("encoding-type")),
        last ? leaf("NextKeyMarker", encode("prefix" in last ? last.prefix : last.version.key)) : "",
        last && "version" in last ? leaf("NextVersionIdMarker", last.version.versionId) : "",
        ...page.map((entry) =>
          "prefix" in entry
            ? commonPrefix(entry.prefix, encode)
            : versionXml(entry.version, entry.latest, encode, call.account),
        ),
      ),
    };
  },
};

type Row = { prefix: string } | { version: ObjectVersion; latest: boolean };

interface Marker {
  readonly from: Position;
  /** The last version of the first key that the previous page listed. */
  readonly versionId: string | null;
}

function* walkVersions(
  bucket: Bucket,
  shape: { prefix: string; delimiter: string },
  marker: Marker,
): Generator<Row> {
  const resumed = marker.from && "at" in marker.from ? marker.from.at : null;
  for (const entry of walkKeys(bucket.keys, shape, marker.from, () => true)) {
    if ("prefix" in entry) {
      yield entry;
      continue;
    }
    const versions = bucket.versions.get(entry.key) ?? [];
    // If the marker was deleted between two pages, all versions of the key are listed.
    const skip =
      entry.key === resumed ? versions.findIndex(({ versionId }) => versionId === marker.versionId) + 1 : 0;
    for (const version of versions.slice(skip)) yield { version, latest: version === versions[0] };
  }
}

function markerOf({ query }: S3Request, delimiter: string): Marker {
  const key = query.get("key-marker");
  const versionId = query.get("version-id-marker");
  if (!key) {
    if (!versionId) return { from: null, versionId: null };
    const message = "A version-id marker cannot be specified without a key marker.";
    throw new ServiceError("InvalidArgument", message, 400);
  }
  if (versionId) {
    checkVersionId(versionId);
    return { from: { at: key }, versionId };
  }
  const rolledUp = delimiter !== "" && key.endsWith(delimiter);
  return { from: rolledUp ? { afterPrefix: key } : { after: key }, versionId: null };
}

function versionXml(
  version: ObjectVersion,
  latest: boolean,
  encode: (key: string) => string,
  account: string,
): string {
  const common = [leaf("VersionId", version.versionId), leaf("IsLatest", latest), ownerXml(account)];
  if (!version.marker) return element("Version", ...objectFields(version, encode), ...common);
  const modified = new Date(version.modified).toISOString();
  return element("DeleteMarker", leaf("Key", encode(version.key)), leaf("LastModified", modified), ...common);
}
