// A small box on this device: IndexedDB, because it takes keys that cannot be read out and pictures as they are. A
// private window may refuse it; everything here then keeps nothing and finds nothing.

const databaseName = 'kafal-member';
const storeName = 'kept';

let opening: Promise<IDBDatabase> | undefined;

export async function readKept(name: string): Promise<unknown> {
  return inStore('readonly', (store) => store.get(name)).catch(() => undefined);
}

/** False when this device keeps nothing. */
export async function keep(name: string, value: unknown): Promise<boolean> {
  return inStore('readwrite', (store) => store.put(value, name)).then(
    () => true,
    () => false,
  );
}

export async function forget(...names: readonly string[]): Promise<void> {
  for (const name of names) await inStore('readwrite', (store) => store.delete(name)).catch(() => undefined);
}

async function inStore<Answer>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Answer>,
): Promise<Answer> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(storeName, mode);
    const request = act(transaction.objectStore(storeName));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  // Refused once, it may be allowed later.
  opening.catch(() => {
    opening = undefined;
  });
  return opening;
}
