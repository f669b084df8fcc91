/** Pushes a hint to one open socket. False when it is gone. */
export interface Push {
  post(connection: string, message: string): Promise<boolean>;
}

export interface WithPush {
  readonly push: Push;
}
