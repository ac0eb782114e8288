import { api } from '../member-api.ts';

/** The photo follows the application it belongs to, proved by its tracking number and phone. */
export async function sendPhoto(photo: Blob, proof: { trackingNumber: string; phone: string }): Promise<void> {
  const form = new FormData();
  form.set('trackingNumber', proof.trackingNumber);
  form.set('phone', proof.phone);
  // The file comes last: the server looks at the proof before it takes a byte of it.
  form.set('file', photo, 'photo.jpg');
  await api.upload('/api/members/register/files', form, { query: { kind: 'photo' }, anonymous: true });
}
