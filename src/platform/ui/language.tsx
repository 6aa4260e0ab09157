import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Language, Text } from './i18n.ts';

const KEY = 'language';

interface LanguageChoice {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

const LanguageContext = createContext<LanguageChoice>({ language: 'ru', setLanguage: () => undefined });

function kept(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'ru';
  } catch {
    return 'ru';
  }
}

/** Keeps the language of the interface in this browser and tells screen readers by `<html lang>`. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(kept);
  useEffect(() => {
    document.documentElement.lang = language;
    try {
      localStorage.setItem(KEY, language);
    } catch {
      // A browser that keeps nothing still shows the chosen language until it is closed.
    }
  }, [language]);
  const choice = useMemo(() => ({ language, setLanguage }), [language]);
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}

/** The given dictionary in the language of the interface. */
export function useText<T>(text: Text<T>): T {
  return text[useContext(LanguageContext).language];
}
