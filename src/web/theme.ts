import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type VariantColorsResolver,
} from '@mantine/core';

/** Filled buttons by the tokens: the accent is light on dark ground, and the words on it are dark then. */
const variantColors: VariantColorsResolver = (input) => {
  const standard = defaultVariantColorsResolver(input);
  if (input.variant !== 'filled') return standard;
  const red = input.color === 'red';
  return {
    ...standard,
    background: red ? 'var(--late)' : 'var(--accent)',
    hover: red ? 'var(--missed)' : 'var(--accent-hover)',
    color: 'var(--on-accent)',
  };
};

/** Mantine drawn with the tokens of ui/tokens.css: one look, whoever made the part. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  variantColorResolver: variantColors,
  colors: {
    accent: [
      '#e8eff8',
      '#cfdcee',
      '#a9c0e0',
      '#8cb4f0',
      '#6a95cf',
      '#4a78b5',
      '#30629f',
      '#1f4e8c',
      '#183f72',
      '#112f57',
    ],
  },
  lineHeights: { xs: '1.42', sm: '1.47', md: '1.5', lg: '1.5', xl: '1.5' },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.0625rem', xl: '1.25rem' },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', allowDeselect: false, checkIconPosition: 'right' } },
    NumberInput: { defaultProps: { size: 'sm' } },
    Checkbox: { defaultProps: { size: 'sm', iconColor: 'var(--on-accent)' } },
    Radio: { defaultProps: { iconColor: 'var(--on-accent)' } },
    Pagination: { defaultProps: { autoContrast: true } },
    SegmentedControl: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { radius: 8, centered: true, transitionProps: { duration: 120 } } },
    Menu: { defaultProps: { radius: 6, shadow: 'md', transitionProps: { duration: 80 } } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
  },
});

const surfaces = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-hover': 'var(--surface-2)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-placeholder': 'var(--ink-2)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--late)',
  '--input-bd': 'var(--line-strong)',
  // The accent is light on dark ground: words on it must then be dark, whichever part draws them.
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
  '--mantine-color-accent-text': 'var(--accent)',
  '--mantine-color-red-text': 'var(--late)',
  '--mantine-color-red-light-color': 'var(--late)',
  '--mantine-color-red-light-hover': 'var(--late-wash)',
  '--mantine-color-accent-light': 'var(--accent-wash)',
  '--mantine-color-accent-light-color': 'var(--accent)',
};

/** Mantine's dark greys are its own; fields and lines take the tokens instead. */
const darkSurfaces = {
  ...surfaces,
  '--mantine-color-dark-4': 'var(--line)',
  '--mantine-color-dark-5': 'var(--surface-2)',
  '--mantine-color-dark-6': 'var(--surface)',
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: surfaces, dark: darkSurfaces });
