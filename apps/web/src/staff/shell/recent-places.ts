// What this person opened lately, in this tab only: gone with the tab, and never shown to another user of the machine.

export interface Recent {
  key: string;
  title: string;
  more: string;
  to: string;
  isThing: boolean;
}

const most = 5;
const nameOf = (userId: string) => `kafal.recent.${userId}`;

export function recentOf(userId: string): readonly Recent[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(userId)) ?? '[]');
    // Written below and nowhere else.
    return Array.isArray(kept) ? (kept as Recent[]) : [];
  } catch {
    return [];
  }
}

export function keepRecent(userId: string, opened: Recent): void {
  const kept = [opened, ...recentOf(userId).filter(({ key }) => key !== opened.key)].slice(0, most);
  try {
    sessionStorage.setItem(nameOf(userId), JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing shows nothing that was opened lately.
  }
}
