import type { ButtonHTMLAttributes, ReactNode } from 'react';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** One filled button a screen; the rest are quiet or plain text. */
  look?: 'filled' | 'quiet' | 'text' | 'danger';
  isBusy?: boolean;
  children: ReactNode;
}

export function Button({ look = 'quiet', isBusy = false, type = 'button', className, children, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={`button button-${look}${className === undefined ? '' : ` ${className}`}`}
      aria-busy={isBusy || undefined}
      // A busy button keeps its focus but does nothing more; a disabled one would lose the reader's place.
      aria-disabled={isBusy || rest.disabled || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : rest.onClick}
    >
      {children}
    </button>
  );
}
