import { type CSSVariablesResolver, createTheme, type VariantColorsResolver } from '@mantine/core';

// The component library takes every colour, size and face from the tokens that all entries share.

interface TokenColour {
  filled: string;
  hover: string;
  onFilled: string;
  text: string;
  soft: string;
}

const state = (name: 'good' | 'warning' | 'bad' | 'info'): TokenColour => ({
  filled: `var(--${name})`,
  hover: `var(--${name})`,
  onFilled: 'var(--ground)',
  text: `var(--${name})`,
  soft: `var(--${name}-soft)`,
});

const brand: TokenColour = {
  filled: 'var(--brand)',
  hover: 'var(--brand-hover)',
  onFilled: 'var(--brand-ink)',
  text: 'var(--brand-text)',
  soft: 'var(--brand-soft)',
};

const quiet: TokenColour = {
  filled: 'var(--ink-quiet)',
  hover: 'var(--ink)',
  onFilled: 'var(--ground)',
  text: 'var(--ink)',
  soft: 'var(--ground-pressed)',
};

const colours: Record<string, TokenColour> = {
  berry: brand,
  gray: quiet,
  green: state('good'),
  yellow: state('warning'),
  red: state('bad'),
  blue: state('info'),
};

/** Each look of a button or badge in the tokens' colours, which hold their contrast in both themes. */
const tokenColours: VariantColorsResolver = ({ color, variant }) => {
  const colour = colours[color ?? 'berry'] ?? brand;
  switch (variant) {
    case 'filled':
      return {
        background: colour.filled,
        hover: colour.hover,
        color: colour.onFilled,
        border: '1px solid transparent',
      };
    case 'light':
      return { background: colour.soft, hover: colour.soft, color: colour.text, border: '1px solid transparent' };
    case 'default':
      return {
        background: 'var(--ground)',
        hover: 'var(--ground-quiet)',
        color: 'var(--ink)',
        border: '1px solid var(--field-line)',
      };
    case 'outline':
      return {
        background: 'transparent',
        hover: 'var(--ground-quiet)',
        color: colour.text,
        border: `1px solid ${colour.text}`,
      };
    default:
      return {
        background: 'transparent',
        hover: 'var(--ground-pressed)',
        color: colour.text,
        border: '1px solid transparent',
      };
  }
};

export const mantineTheme = createTheme({
  primaryColor: 'berry',
  colors: {
    berry: [
      'var(--berry-0)',
      'var(--berry-1)',
      'var(--berry-2)',
      'var(--berry-3)',
      'var(--berry-4)',
      'var(--berry-5)',
      'var(--berry-6)',
      'var(--berry-7)',
      'var(--berry-8)',
      'var(--berry-9)',
    ],
  },
  variantColorResolver: tokenColours,
  fontFamily: 'var(--font)',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '1rem', lg: '1.25rem', xl: '1.75rem' },
  lineHeights: { xs: 'var(--line)', sm: 'var(--line)', md: 'var(--line)', lg: 'var(--line)', xl: 'var(--line-tight)' },
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  defaultRadius: 8,
  respectReducedMotion: true,
  focusRing: 'auto',
  // By their names: a part that is only named here is not fetched before it is wanted.
  components: {
    Button: { defaultProps: { variant: 'default', size: 'sm' } },
    Modal: { defaultProps: { centered: true, padding: 'lg', transitionProps: { duration: 0 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } },
    Popover: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } },
    Combobox: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } },
    // The hint stands below its field, so that fields beside each other keep one line.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    TextInput: { defaultProps: { size: 'sm' } },
    NativeSelect: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
  },
});

const shared = {
  '--mantine-color-body': 'var(--ground)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-quiet)',
  '--mantine-color-placeholder': 'var(--ink-quiet)',
  '--mantine-color-anchor': 'var(--brand-text)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-default': 'var(--ground)',
  '--mantine-color-default-hover': 'var(--ground-quiet)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--field-line)',
  '--mantine-color-disabled': 'var(--ground-pressed)',
  '--mantine-color-disabled-color': 'var(--ink-quiet)',
  '--mantine-color-disabled-border': 'var(--hairline)',
  '--mantine-primary-color-filled': 'var(--brand)',
  '--mantine-primary-color-filled-hover': 'var(--brand-hover)',
  '--mantine-primary-color-light': 'var(--brand-soft)',
  '--mantine-primary-color-light-hover': 'var(--brand-soft)',
  '--mantine-primary-color-light-color': 'var(--brand-text)',
  '--mantine-primary-color-contrast': 'var(--brand-ink)',
  '--mantine-color-berry-filled': 'var(--brand)',
  '--mantine-color-berry-text': 'var(--brand-text)',
  // The library's own greys, for the parts that name them: borders, grounds and marks.
  '--mantine-color-gray-0': 'var(--ground-quiet)',
  '--mantine-color-gray-1': 'var(--ground-pressed)',
  '--mantine-color-gray-2': 'var(--hairline)',
  '--mantine-color-gray-3': 'var(--hairline)',
  '--mantine-color-gray-4': 'var(--field-line)',
  '--mantine-color-gray-5': 'var(--field-line)',
  '--mantine-color-gray-6': 'var(--ink-quiet)',
  '--mantine-color-gray-7': 'var(--ink-quiet)',
  '--mantine-color-dark-0': 'var(--ink)',
  '--mantine-color-dark-1': 'var(--ink)',
  '--mantine-color-dark-2': 'var(--ink-quiet)',
  '--mantine-color-dark-3': 'var(--ink-quiet)',
  '--mantine-color-dark-4': 'var(--field-line)',
  '--mantine-color-dark-5': 'var(--ground-pressed)',
  '--mantine-color-dark-6': 'var(--ground)',
  '--mantine-color-dark-7': 'var(--ground)',
  '--mantine-shadow-md': 'var(--shadow-float)',
  '--mantine-line-height': 'var(--line)',
};

export const tokenVariables: CSSVariablesResolver = () => ({ variables: shared, light: shared, dark: shared });
