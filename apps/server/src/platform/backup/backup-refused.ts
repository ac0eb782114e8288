/** A backup or a restore that cannot be done as asked; the message is the sentence for the terminal. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}
