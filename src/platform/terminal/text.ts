import { defineText } from '../ui/i18n.ts';

/** Words of the command line that no command owns. */
export const terminalText = defineText({
  ru: {
    usage: 'Объектив в командной строке: obektiv КОМАНДА [параметры]',
    commands: 'Команды:',
    options: `  --lang ru|en   язык сообщений; без него английский при LANG=en…, иначе русский
  --help         эта справка; справка о команде: obektiv КОМАНДА --help
  --version      версия`,
    unexpected: (message: string) =>
      `Что-то сломалось в программе, а не у вас: ${message}\nФайлы не изменены. Повторите с OBEKTIV_DEBUG=1 и сообщите разработчикам, что напечатано.`,
  },
  en: {
    usage: 'The lens on the command line: obektiv COMMAND [options]',
    commands: 'Commands:',
    options: `  --lang ru|en   language of messages; without it English where LANG=en…, else Russian
  --help         this help; help on a command: obektiv COMMAND --help
  --version      version`,
    unexpected: (message) =>
      `Something broke in the program, not on your side: ${message}\nNo file was changed. Run it again with OBEKTIV_DEBUG=1 and tell the developers what it prints.`,
  },
});
