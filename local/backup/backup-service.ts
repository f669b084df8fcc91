import { rmSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { type CloudHandler, header, send } from "#local-cloud/http.ts";
import { sameText } from "#local-cloud/sigv4/digest.ts";
import { takeSnapshot } from "./snapshot.ts";
import { writeBackup } from "./write-backup.ts";

export interface BackupServiceOptions {
  readonly home: string;
  /** The only token that is accepted. */
  readonly token: string;
  /** Writes a copy of the database in its current state. */
  readonly copyDatabase: (path: string) => void;
}

/**
 * The service behind `BACKUP_PATH`. POST returns a backup of this installation at one point in time; there
 * are no other requests. Only one backup can run at a time.
 */
export function createBackupService({ home, token, copyDatabase }: BackupServiceOptions): CloudHandler {
  let isBusy = false;
  return async (req, res) => {
    if (!sameText(header(req, "authorization") ?? "", `Bearer ${token}`)) return send(res, 403);
    if (req.method !== "POST") return send(res, 405, "", { allow: "POST" });
    if (isBusy) return send(res, 409, "another backup is in progress");
    isBusy = true;
    let snapshot: string | undefined;
    try {
      snapshot = takeSnapshot(home, copyDatabase);
      (res as ServerResponse).writeHead(200, { "content-type": "application/zstd" });
      await pipeline(writeBackup(snapshot, new Date()), res as ServerResponse);
    } finally {
      if (snapshot) rmSync(snapshot, { recursive: true, force: true });
      isBusy = false;
    }
  };
}
