/** What is wrong with a form, and what to do in Word. */
import { defineText, type Language } from '#src/platform/ui/i18n.ts';
import type { TemplateProblem, TemplateProblemCode } from './model.ts';

type Said = Readonly<Record<TemplateProblemCode, (tag: string, other: string) => string>>;

const problems = defineText({
  ru: {
    tagNotClosed: (tag: string) => `Метка «{${tag}» не закрыта. Поставьте после неё «}».`,
    tagNotOpened: (tag: string) =>
      `Перед «${tag}}» нет открывающей скобки. Поставьте «{» перед именем метки или удалите «}».`,
    listNotClosed: (tag: string) =>
      `Список «{#${tag}}» не закрыт. Поставьте «{/${tag}}» там, где заканчивается повторяемое: в той же строке таблицы или в отдельном абзаце.`,
    listNotOpened: (tag: string) =>
      `Метка «{/${tag}}» закрывает список, который не открыт. Поставьте «{#${tag}}» перед повторяемым или удалите её.`,
    listClosedByAnother: (tag: string, other: string) =>
      `Список «{#${tag}}» закрыт меткой «{/${other}}». Закройте списки в обратном порядке: последний открытый закрывается первым.`,
    tagUnknown: (tag: string, other: string) =>
      `Метки «{${tag}}» нет.${other === '' ? '' : ` Может быть, «{${other}}»?`} Исправьте имя по списку меток или удалите её.`,
    listExpected: (tag: string) => `«${tag}» – это список. Пишите «{#${tag}}», затем повторяемое, затем «{/${tag}}».`,
    textExpected: (tag: string) => `«${tag}» – это не список. Пишите «{${tag}}», без «#» и «/».`,
    tagOutsideList: (tag: string, other: string) =>
      `Метка «{${tag}}» стоит вне списка. Перенесите её между «{#${other}}» и «{/${other}}».`,
    tagKindUnknown: (tag: string) =>
      `Метку «{${tag}}» заполнить нельзя: знаки перед именем не поддерживаются. Оставьте имя метки или «#» и «/» для списка.`,
    noTags: () => 'В файле нет ни одной метки. Вставьте метки из списка, например {название}, и загрузите файл снова.',
    templateBroken: (tag: string, other: string) =>
      `Шаблон не удалось разобрать${tag === '' ? '' : ` около метки «${tag}»`}${other === '' ? '' : ` (${other})`}. Наберите метку заново целиком, без смены шрифта внутри неё.`,
  },
  en: {
    tagNotClosed: (tag) => `The tag “{${tag}” is not closed. Put “}” after it.`,
    tagNotOpened: (tag) => `“${tag}}” has no opening brace. Put “{” before the name of the tag or remove “}”.`,
    listNotClosed: (tag) =>
      `The list “{#${tag}}” is not closed. Put “{/${tag}}” where the repeated part ends: in the same row of the table or in a paragraph of its own.`,
    listNotOpened: (tag) =>
      `“{/${tag}}” closes a list that is not open. Put “{#${tag}}” before the repeated part or remove it.`,
    listClosedByAnother: (tag, other) =>
      `The list “{#${tag}}” is closed by “{/${other}}”. Close lists in reverse order: the last opened first.`,
    tagUnknown: (tag, other) =>
      `There is no tag “{${tag}}”.${other === '' ? '' : ` Did you mean “{${other}}”?`} Correct its name by the list of tags or remove it.`,
    listExpected: (tag) => `“${tag}” is a list. Write “{#${tag}}”, then what is repeated, then “{/${tag}}”.`,
    textExpected: (tag) => `“${tag}” is not a list. Write “{${tag}}”, without “#” and “/”.`,
    tagOutsideList: (tag, other) =>
      `The tag “{${tag}}” stands outside its list. Move it between “{#${other}}” and “{/${other}}”.`,
    tagKindUnknown: (tag) =>
      `The tag “{${tag}}” cannot be filled: signs before the name are not supported. Keep the name, or “#” and “/” for a list.`,
    noTags: () => 'The file has no tags. Insert tags from the list, for example {название}, and upload the file again.',
    templateBroken: (tag, other) =>
      `The form could not be read${tag === '' ? '' : ` near the tag “${tag}”`}${other === '' ? '' : ` (${other})`}. Type the tag anew as a whole, without changing the font inside it.`,
  },
});

export function templateProblemInWords({ code, tag, other }: TemplateProblem, language: Language): string {
  const said: Said = problems[language];
  return said[code](tag, other);
}
