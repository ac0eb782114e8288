import type { WantedPaper } from '../../shared/answers.ts';
import { api } from '../member-api.ts';

export interface ApplicantProof {
  trackingNumber: string;
  phone: string;
}

/** A photo or paper follows the application it belongs to, proved by its tracking number and phone. */
export async function sendPaper(kind: WantedPaper, paper: Blob, proof: ApplicantProof): Promise<void> {
  const form = new FormData();
  form.set('trackingNumber', proof.trackingNumber);
  form.set('phone', proof.phone);
  // The file comes last: the server looks at the proof before it takes a byte of it.
  form.set('file', paper, `${kind}.${paper.type === 'application/pdf' ? 'pdf' : 'jpg'}`);
  await api.upload('/api/members/register/files', form, { query: { kind }, anonymous: true });
}

/** The same with what was typed of the paper. */
export async function sendForm(kind: WantedPaper, typed: FormData, proof: ApplicantProof): Promise<void> {
  const form = new FormData();
  form.set('trackingNumber', proof.trackingNumber);
  form.set('phone', proof.phone);
  for (const [name, value] of typed) form.set(name, value);
  await api.upload('/api/members/register/files', form, { query: { kind }, anonymous: true });
}
