/** The least and most characters of a password. */
export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 1000;

/** What a new password has to be, as the end of the sentence "must be …". */
export const PASSWORD_FORM = `one line of ${MIN_PASSWORD} to ${MAX_PASSWORD} characters`;

/** Whether a text can be a new password. */
export const isPassword = (text: string): boolean =>
  text.length >= MIN_PASSWORD && text.length <= MAX_PASSWORD && !/[\r\n]/.test(text);
