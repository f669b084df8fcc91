/** Sends messages to WebSocket connections. `post` returns false when the connection is closed. */
export interface Push {
  post(connection: string, message: string): Promise<boolean>;
}

export interface WithPush {
  readonly push: Push;
}
