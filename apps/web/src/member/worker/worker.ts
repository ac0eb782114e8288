// The member app's worker. It keeps the app's own files, so that the app opens without a line, and shows what the
// society pushes. It never touches an answer of the API: what a member saw is kept by the page, sealed
// (kept/kept-answers.ts), and an act that moves money goes to the server or nowhere.

import { isMemberPage } from './member-pages.ts';
import { readPush } from './read-push.ts';

interface WaitingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface RequestEvent extends WaitingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface PushedEvent extends WaitingEvent {
  readonly data: { text(): string } | null;
}
interface ClickedEvent extends WaitingEvent {
  readonly notification: Notification;
}
interface Page {
  readonly url: string;
  focus(): Promise<unknown>;
  navigate(address: string): Promise<unknown>;
}
interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window' }): Promise<readonly Page[]>;
    openWindow(address: string): Promise<unknown>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate', act: (event: WaitingEvent) => void): void;
  addEventListener(name: 'fetch', act: (event: RequestEvent) => void): void;
  addEventListener(name: 'push', act: (event: PushedEvent) => void): void;
  addEventListener(name: 'notificationclick', act: (event: ClickedEvent) => void): void;
}

// Put in by the build: the addresses of the member app's files, and a mark that changes with any of them.
declare const APP_FILES: readonly string[];
declare const APP_VERSION: string;

// The compiler takes every script for a page's; this one runs as a worker.
const worker = globalThis as unknown as WorkerScope;
const beginning = 'kafal-app-';
const own = `${beginning}${APP_VERSION}`;
const shell = '/';

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(own)
      .then((cache) =>
        cache.addAll([new Request(shell, { cache: 'reload' }), ...APP_FILES.map((file) => new Request(file))]),
      )
      // The new version serves the next page that is opened. Pages that are open go on with the files they began with,
      // so nothing that is being typed is lost.
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOldFiles().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') {
    if (isMemberPage(pathname)) event.respondWith(fromCache(shell, request));
  } else if (pathname.startsWith('/assets/') || pathname.startsWith('/icons/')) {
    event.respondWith(fromCache(pathname, request));
  }
});

worker.addEventListener('push', (event) => {
  const pushed = readPush(event.data?.text() ?? '');
  if (pushed === undefined) return;
  const { id, title, body, link } = pushed;
  event.waitUntil(
    // One event is one notice, however often it arrives: the same tag takes the place of the one before.
    worker.registration.showNotification(title, {
      body,
      tag: id,
      icon: '/icons/kafal-192.png',
      badge: '/icons/kafal-badge.png',
      data: link,
    }),
  );
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const link: unknown = event.notification.data;
  event.waitUntil(openPage(typeof link === 'string' && isMemberPage(link) ? link : '/notifications'));
});

/** The files of the version before stay too: a page of it may still be open and want a part it has not fetched yet. */
async function dropOldFiles(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(beginning) && name !== own);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
}

async function fromCache(address: string, request: Request): Promise<Response> {
  const mine = await caches.open(own);
  return (await mine.match(address)) ?? (await caches.match(address)) ?? fetch(request);
}

async function openPage(link: string): Promise<void> {
  const pages = await worker.clients.matchAll({ type: 'window' });
  const open = pages.find((page) => isMemberPage(new URL(page.url).pathname));
  if (open === undefined) {
    await worker.clients.openWindow(link);
    return;
  }
  await open.focus();
  await open.navigate(link);
}
