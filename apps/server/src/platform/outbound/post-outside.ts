// The way out to services whose addresses come from browsers or forms, and so from strangers: only public https, checked
// by the address that is really called; no redirects, no waiting, and nothing of the answer but its status is read.

import { lookup as lookUpName } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress, isPublicHttps } from './public-address.ts';

/** Which names and addresses may be called; a test lets its own machine in. */
export interface OutsideDoor {
  mayName(url: URL): boolean;
  mayCall(address: string): boolean;
}

export const publicDoor: OutsideDoor = { mayName: isPublicHttps, mayCall: isPublicAddress };

export type PostOutcome =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfterSeconds: number | undefined }
  /** Nothing was sent: it may be tried again. */
  | { readonly kind: 'not-reached' }
  /** Sent, and no answer came: it may have arrived. */
  | { readonly kind: 'unknown' }
  /** The address is not one that may be called. */
  | { readonly kind: 'forbidden' };

const PATIENCE_MS = 10_000;

class AddressForbidden extends Error {
  override readonly name = 'AddressForbidden';
}

export function postOutside(
  door: OutsideDoor,
  endpoint: string,
  headers: Readonly<Record<string, string | number>>,
  body: Buffer,
): Promise<PostOutcome> {
  const url = new URL(endpoint);
  if (!door.mayName(url)) return Promise.resolve({ kind: 'forbidden' });
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !door.mayCall(host)) return Promise.resolve({ kind: 'forbidden' });

  const { promise, resolve } = Promise.withResolvers<PostOutcome>();
  let wasSent = false;
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const request = send(url, {
    method: 'POST',
    headers: { ...headers, 'content-length': body.length },
    lookup: lookupThrough(door),
    agent: false,
    timeout: PATIENCE_MS,
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  request.on('socket', (socket) => {
    const noteSent = () => {
      wasSent = true;
    };
    socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', noteSent);
  });
  request.on('response', (response) => {
    const retryAfter = Number(response.headers['retry-after']);
    resolve({
      kind: 'answered',
      status: response.statusCode ?? 0,
      retryAfterSeconds: Number.isSafeInteger(retryAfter) && retryAfter > 0 ? retryAfter : undefined,
    });
    response.destroy();
  });
  request.on('timeout', () => request.destroy(new Error('The service did not answer.')));
  request.on('error', (error) => {
    if (error instanceof AddressForbidden) resolve({ kind: 'forbidden' });
    else resolve({ kind: wasSent ? 'unknown' : 'not-reached' });
  });
  request.end(body);
  return promise;
}

/** Looks a name up and hands on only what may be called; when one of its addresses may not, none is. */
function lookupThrough(door: OutsideDoor): LookupFunction {
  return (hostname, options, callback) => {
    lookUpName(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, []);
      if (addresses.length === 0 || !addresses.every(({ address }) => door.mayCall(address))) {
        return callback(new AddressForbidden(`${hostname} leads to a machine that may not be called.`), []);
      }
      const [first] = addresses;
      if (options.all === true || first === undefined) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

/** Whether a name leads to a machine that may not be called, as far as anybody knows now; where it is called, it is asked again. */
export async function leadsInside(door: OutsideDoor, url: URL): Promise<boolean> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return !door.mayCall(host);
  const { promise, resolve } = Promise.withResolvers<boolean>();
  lookUpName(host, { all: true }, (error, addresses) =>
    resolve(error === null && !addresses.every(({ address }) => door.mayCall(address))),
  );
  return promise;
}
