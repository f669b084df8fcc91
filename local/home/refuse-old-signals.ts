import { join } from "node:path";
import { ACCOUNT, REGION, TABLE } from "#local/topology.ts";
import { openDatabase } from "#local-cloud/dynamodb/store/database.ts";
import { engineOf } from "#local-cloud/dynamodb/store/open.ts";

/**
 * Throws an error with a message for people for a data folder whose chains were written before format 3:
 * signals have had another format since then, and a chain never mixes formats. A folder without missions and
 * consultations has no chains.
 */
export async function refuseOldSignals(home: string, format: number): Promise<void> {
  if (!(await hasSignals(join(home, "dynamodb")))) return;
  throw new Error(
    `The data in ${home} was written by an older version of Gantry (format ${format}), and this version does not continue its missions and consultations. With that version, fetch the evidence packs that you need (gantry evidence): gantry verify reads them in every version. Then choose another data folder (GANTRY_HOME), or move this one away.`,
  );
}

async function hasSignals(dir: string): Promise<boolean> {
  if (engineOf(dir) === "none") return false;
  const database = openDatabase({ dir, now: Date.now, region: REGION, account: ACCOUNT });
  try {
    const table = database.tables.get(TABLE);
    const signals = "SELECT 1 FROM items WHERE tbl = ? AND json_extract(body, '$.sk.S') LIKE 'E#%' LIMIT 1";
    return table !== undefined && database.get(signals, table.id) !== undefined;
  } finally {
    await database.close();
  }
}
