import { Link, useLocation } from '@tanstack/react-router';
import { useMay } from '../session.ts';
import { useWords } from '../words.ts';
import { isWithin, type NavigationItem, navigation } from './navigation.ts';

interface MainMenuProps {
  /** A link was followed, also one to the page that is shown already. */
  onFollow?: () => void;
}

/** Shows only what the role may do. A group opens while the reader is among its pages. */
export function MainMenu({ onFollow }: MainMenuProps) {
  const t = useWords();
  const may = useMay();
  const { pathname } = useLocation();
  return (
    <nav aria-label={t('shell.pages')} className="menu">
      <ul>
        {navigation.map((item) => {
          const children = (item.children ?? []).filter((child) => may(child.permission));
          const first = may(item.permission) ? item : children[0];
          if (first === undefined) return null;
          const isOpen = children.length > 1 && pageOf(children, pathname) !== undefined;
          return (
            <li key={item.label}>
              <MenuLink
                item={item}
                to={first.to}
                isCurrent={!isOpen && isWithin(pathname, item.to)}
                onFollow={onFollow}
              />
              {isOpen && (
                <ul className="menu-group">
                  {children.map((child) => (
                    <li key={child.label}>
                      <MenuLink
                        item={child}
                        to={child.to}
                        isCurrent={pageOf(children, pathname) === child}
                        onFollow={onFollow}
                      />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** The longest address that the reader is under: the counter's own pages are not the counter. */
function pageOf(children: readonly NavigationItem[], pathname: string): NavigationItem | undefined {
  return children
    .filter((child) => isWithin(pathname, child.to))
    .sort((one, other) => other.to.length - one.to.length)
    .at(0);
}

interface MenuLinkProps {
  item: NavigationItem;
  to: string;
  isCurrent: boolean;
  onFollow: (() => void) | undefined;
}

function MenuLink({ item, to, isCurrent, onFollow }: MenuLinkProps) {
  const t = useWords();
  return (
    <Link
      to={to}
      className={isCurrent ? 'menu-link menu-current' : 'menu-link'}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={onFollow}
    >
      {t(item.label)}
    </Link>
  );
}
