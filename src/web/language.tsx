import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Text } from '../core/text/vi.ts';
import { vi } from '../core/text/vi.ts';

export type Language = 'vi' | 'en';
type Spoken = { text: Text; language: Language; speak: (language: Language) => void };

const KEY = 'thidua.language';
const Speaking = createContext<Spoken>({ text: vi, language: 'vi', speak: () => undefined });

const remembered = (): Language => (localStorage.getItem(KEY) === 'en' ? 'en' : 'vi');

/** Vietnamese at once; English is fetched when somebody asks for it. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(remembered);
  const [english, setEnglish] = useState<Text | null>(null);
  useEffect(() => {
    if (language === 'en' && !english)
      import('../core/text/en.ts').then(
        (module) => setEnglish(module.en),
        () => setLanguage('vi'),
      );
    document.documentElement.lang = language === 'en' && english ? 'en' : 'vi';
  }, [language, english]);
  const speak = (next: Language) => {
    localStorage.setItem(KEY, next);
    setLanguage(next);
  };
  const text = language === 'en' && english ? english : vi;
  return <Speaking value={{ text, language: text === vi ? 'vi' : 'en', speak }}>{children}</Speaking>;
}

/** The words of the language that is spoken now. */
export const useText = (): Text => useContext(Speaking).text;
export const useLanguage = (): Spoken => useContext(Speaking);
