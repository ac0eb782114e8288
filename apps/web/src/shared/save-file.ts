/** Hands a fetched file to the reader; the address is released once the browser has had time to take it. */
export function saveFile(file: { blob: Blob; fileName: string }): void {
  const address = URL.createObjectURL(file.blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Sharing to another app is a comfort of phones over HTTPS; elsewhere the file is saved. */
export async function shareFile(file: { blob: Blob; fileName: string }): Promise<void> {
  const shared = new File([file.blob], file.fileName, { type: file.blob.type });
  if (typeof navigator.share === 'function' && navigator.canShare?.({ files: [shared] }) === true) {
    try {
      await navigator.share({ files: [shared] });
      return;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
    }
  }
  saveFile(file);
}
