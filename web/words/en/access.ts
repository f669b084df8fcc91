import { countedIn } from "../counted.ts";
import { type Phrase, phrase } from "../phrase.ts";

const counted = countedIn("en");

export const access = {
  sessions: "Sessions",
  sessionsLead: "Where you are logged in. A session ends twelve hours after it began.",
  begun: <T>(time: T): Phrase<T> => phrase`begun ${time}`,
  used: <T>(time: T): Phrase<T> => phrase`last used ${time}`,
  from: (address: string) => `from ${address}`,
  unknownClient: "Unknown program",
  thisOne: "This session",
  end: "End",
  askEnd: (name: string) => `End the session “${name}”? Its next request is refused.`,
  endOthers: "End all other sessions",
  askEndOthers: "End all other sessions? Whoever uses them has to log in again. Keys of devices stay valid.",
  password: "Password",
  passwordLead: "Changing it ends all your other sessions. Keys of devices stay valid.",
  currentPassword: "Current password",
  newPassword: "New password, 12 characters or more",
  repeatPassword: "Repeat the new password",
  differ: "The two new passwords differ.",
  changePassword: "Change the password",
  passwordChanged: (ended: number) =>
    `The password has changed, and ${counted(ended, "other session has", "other sessions have")} ended.`,
};
