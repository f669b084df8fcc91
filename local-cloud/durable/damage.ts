/**
 * A file of the data folder that is not as it was written. `consequence` says what is lost when the file is removed,
 * as a sentence that begins in lower case.
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
