/** Password hashes in PHC form. */
export interface Passwords {
  verify(phc: string, password: string): Promise<boolean>;
}

export interface WithPasswords {
  readonly passwords: Passwords;
}
