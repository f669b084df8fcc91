/** Hashes passwords in PHC string format, and verifies them. */
export interface Passwords {
  /** The hash of a password with a new salt. */
  hash(password: string): Promise<string>;
  verify(phc: string, password: string): Promise<boolean>;
}

export interface WithPasswords {
  readonly passwords: Passwords;
}
