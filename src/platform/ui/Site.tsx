import { MantineProvider } from '@mantine/core';
import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/global.layer.css';
import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import type { ReactNode } from 'react';
import './tokens.css';
import './base.css';
import './print.css';
import { LanguageProvider } from './language.tsx';
import { styleNonce } from './nonce.ts';
import { ServerData } from './query.tsx';
import { cssVariables, theme } from './theme.ts';

/** Everything that every page stands on: theme, language, the server's data. */
export function Site({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      getStyleNonce={styleNonce}
      defaultColorScheme="auto"
      withGlobalClasses={false}
    >
      <LanguageProvider>
        <ServerData>{children}</ServerData>
      </LanguageProvider>
    </MantineProvider>
  );
}
