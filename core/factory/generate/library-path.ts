/** Whether a file of a generated app comes from the library as it is. Its words (`lib/words`) are printed for each app. */
export const isLibraryPath = (path: string): boolean =>
  /^(public\/lib\/(?!words\/)|public\/(styles|site)\.css$|test\/(lib|support)\/)/.test(path);
