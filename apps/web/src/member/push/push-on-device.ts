import { client } from '../member-api.ts';

// Messages while the app is closed. The browser asks its owner, gives out an address and keys for this device, and the
// society writes them down until the session ends.

export type PushState =
  /** The browser cannot, or the page is not open over HTTPS. */
  | 'impossible'
  /** Its owner said no to the browser, and only they can take it back there. */
  | 'blocked'
  | 'off'
  | 'on';

export async function pushState(): Promise<PushState> {
  const manager = await pushManager();
  if (manager === undefined) return 'impossible';
  if (Notification.permission === 'denied') return 'blocked';
  if ((await manager.getSubscription()) === null) return 'off';
  const { isSubscribed } = await client.get('/api/push/subscription');
  return isSubscribed ? 'on' : 'off';
}

export async function turnPushOn(): Promise<PushState> {
  const manager = await pushManager();
  if (manager === undefined) return 'impossible';
  if ((await Notification.requestPermission()) !== 'granted') return pushState();
  const { publicKey } = await client.get('/api/push/subscription');
  const key = bytesOf(publicKey);
  const before = await manager.getSubscription();
  // Another society's key, or one from before a restore: the browser wants the old address gone first.
  if (before !== null && !isSame(before.options.applicationServerKey, key)) await before.unsubscribe();
  const { endpoint, keys } = (await manager.subscribe({ userVisibleOnly: true, applicationServerKey: key })).toJSON();
  await client.put('/api/push/subscription', {
    body: { endpoint: endpoint ?? '', keys: { p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' } },
  });
  return 'on';
}

export async function turnPushOff(): Promise<PushState> {
  await client.delete('/api/push/subscription');
  await (await (await pushManager())?.getSubscription())?.unsubscribe();
  return 'off';
}

/** The owner wants it, but the society has lost the address: it is given again without asking. */
export async function keepPushOn(): Promise<void> {
  const manager = await pushManager();
  if (manager === undefined || Notification.permission !== 'granted') return;
  if ((await manager.getSubscription()) !== null && (await pushState()) === 'off') await turnPushOn();
}

async function pushManager(): Promise<PushManager | undefined> {
  if (!('serviceWorker' in navigator) || !('PushManager' in globalThis) || !('Notification' in globalThis))
    return undefined;
  // Only a page with a worker has one; in development there is none to wait for.
  return (await navigator.serviceWorker.getRegistration())?.pushManager;
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const base64 = base64url.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

function isSame(key: ArrayBuffer | null, wanted: Uint8Array): boolean {
  const held = new Uint8Array(key ?? new ArrayBuffer(0));
  return held.length === wanted.length && held.every((byte, at) => byte === wanted[at]);
}
