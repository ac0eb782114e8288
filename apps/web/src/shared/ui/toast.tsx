import { useEffect, useSyncExternalStore } from 'react';
import { useSharedText } from '../messages/use-text.ts';

// A short word that something was done, read out politely and gone after a while. Refusals never come as toasts: they
// stand where the reader must act.

interface Toast {
  id: number;
  text: string;
}

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

export function showToast(text: string): void {
  lastId += 1;
  // Said again, it stands once; more than three at a time would cover the page.
  publish([...toasts.filter((toast) => toast.text !== text).slice(-2), { id: lastId, text }]);
}

export function Toasts() {
  const shown = useSyncExternalStore(listen, () => toasts);
  return (
    <div className="toasts" role="status">
      {shown.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const t = useSharedText();
  useEffect(() => {
    const timer = setTimeout(() => dismiss(toast.id), 8_000);
    return () => clearTimeout(timer);
  }, [toast.id]);
  return (
    <div className="toast">
      <span>{toast.text}</span>
      <button type="button" className="icon-button" aria-label={t('act.close')} onClick={() => dismiss(toast.id)}>
        ×
      </button>
    </div>
  );
}

function dismiss(id: number): void {
  publish(toasts.filter((toast) => toast.id !== id));
}

function publish(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
