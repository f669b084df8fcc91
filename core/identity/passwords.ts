/** Verifies passwords against hashes in PHC string format. */
export interface Passwords {
  verify(phc: string, password: string): Promise<boolean>;
}

export interface WithPasswords {
  readonly passwords: Passwords;
}
