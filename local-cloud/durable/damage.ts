/**
 * A damaged file of the data folder. `consequence` describes what is lost if the file is removed, as a clause
 * in lower case.
 */
export class DamagedFile extends Error {
  constructor(path: string, reason: string, consequence: string, options?: ErrorOptions) {
    super(
      `${path} is damaged: ${reason}. Restore the data folder from a backup, or move this file away: ${consequence}.`,
      options,
    );
    this.name = "DamagedFile";
  }
}
