import { useState, type ReactNode } from 'react';
import { Button, ButtonHref } from '../Button.tsx';
import { MarkTransition } from '../charts/MarkTransition.tsx';
import { ScoreHeatmap } from '../charts/ScoreHeatmap.tsx';
import { ScoreHistogram } from '../charts/ScoreHistogram.tsx';
import { TaskProfile } from '../charts/TaskProfile.tsx';
import { DataTable, type Column } from '../DataTable.tsx';
import { DraftNote, useDraft } from '../draft.tsx';
import { ErrorSummary } from '../ErrorSummary.tsx';
import { CheckField, DateField, PasswordField, RadioField, SelectField, TextAreaField, TextField } from '../Field.tsx';
import { FileDrop } from '../FileDrop.tsx';
import { FilterLine, FilterWord } from '../FilterWord.tsx';
import { formatNumber, percent } from '../format.ts';
import { JobProgress } from '../JobProgress.tsx';
import { Notice } from '../Notice.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { useFilters } from '../routing.ts';
import { Shell, type Section } from '../Shell.tsx';
import { EmptyState, ErrorState, Forbidden, InsufficientSample, Skeleton } from '../states.tsx';
import { Steps } from '../Steps.tsx';
import { StrengthMark } from '../StrengthMark.tsx';
import { ApiError } from '../api.ts';
import styles from './DesignPage.module.css';
import {
  counts,
  findings,
  papers,
  profile,
  regionCounts,
  tasks,
  thresholds,
  transition,
  type Row,
} from './invented.ts';

const here = '/design' as Section['to'];
const sections: readonly Section[] = [
  { to: '/' as Section['to'], label: 'Что сделать' },
  { to: '/results' as Section['to'], label: 'Результаты' },
  { to: here, label: 'Признаки' },
  { to: '/organization' as Section['to'], label: 'Организация' },
  { to: '/jobs' as Section['to'], label: 'Задачи' },
  { to: '/audit' as Section['to'], label: 'Журнал' },
];

/** Every component on invented data, in views chosen by `?view=`. Built only by `vite build --mode design`. */
export default function DesignPage() {
  const [{ view = 'table' }] = useFilters(['view']);
  return (
    <Shell
      sections={sections}
      place={['Приозёрная область', 'Заречный район']}
      schoolYear="2026/27"
      person={{ name: 'Вымышленная Анна Сергеевна', post: 'муниципальный координатор' }}
      onSignOut={() => undefined}
      findSchools={(query) =>
        Promise.resolve([{ href: '/schools/1', label: `Школа № 12 (${query})`, note: 'Заречный район' }])
      }
    >
      {VIEWS[view]?.() ?? null}
    </Shell>
  );
}

const VIEWS: Readonly<Record<string, () => ReactNode>> = {
  table: () => <TableView rows={18} />,
  long: () => <TableView rows={1500} />,
  finding: () => <FindingView />,
  forms: () => <FormView />,
  states: () => <StatesView />,
};

const columns: readonly Column<Row>[] = [
  { key: 'municipality', header: 'Район', value: (row) => row.municipality },
  { key: 'school', header: 'Школа', value: (row) => row.school, short: true },
  {
    key: 'class',
    header: 'Класс',
    value: (row) => row.className,
    naming: true,
    short: true,
    cell: (row) => <a href="/design?view=finding">{row.className}</a>,
  },
  { key: 'subject', header: 'Предмет', value: (row) => row.subject },
  {
    key: 'strength',
    header: 'Признак',
    value: (row) => ['none', 'weak', 'noticeable', 'pronounced'].indexOf(row.strength),
    cell: (row) => <StrengthMark strength={row.strength} mechanisms={row.mechanisms} />,
  },
  { key: 'participants', header: 'Работ', value: (row) => row.participants, figures: true },
  { key: 'effect', header: 'Лишних баллов', unit: 'на ученика', value: (row) => row.effect, figures: true, digits: 1 },
  {
    key: 'fdr',
    header: 'Вероятность, что сигнал ложный',
    unit: '%',
    value: (row) => row.fdr,
    figures: true,
    cell: (row) => formatNumber(row.fdr === null ? null : row.fdr * 100, 'ru', { digits: 1 }),
  },
];

function TableView({ rows }: { readonly rows: number }) {
  const [subject, setSubject] = useState<string>();
  const [district, setDistrict] = useState<string>();
  const shown = findings(rows).filter(
    (row) => (!subject || row.subject === subject) && (!district || row.municipality === district),
  );
  return (
    <>
      <PageHeading
        title="В 18 классах из 212 результаты расходятся с ожидаемыми"
        lead="Признак говорит, где посмотреть внимательнее. Он не доказывает нарушения: у каждого ниже сказано, как он может ошибаться."
        action={<Button kind="main">Запустить анализ</Button>}
      />
      <DataTable
        caption="Признаки по классам"
        columns={columns}
        rows={shown}
        rowKey={(row) => row.id}
        download="/api/findings.xlsx"
        note="Анализ от 22.11.2026, 08:10"
        filters={
          <FilterLine onClear={subject || district ? () => [setSubject(undefined), setDistrict(undefined)] : undefined}>
            <FilterWord
              label="Район"
              all="все районы"
              value={district}
              onChange={setDistrict}
              options={['Заречный район', 'Лесной район', 'Озёрный район'].map((value) => ({ value, label: value }))}
            />
            <FilterWord
              label="Предмет"
              all="все предметы"
              value={subject}
              onChange={setSubject}
              options={['Математика', 'Русский язык'].map((value) => ({ value, label: value }))}
            />
          </FilterLine>
        }
      />
    </>
  );
}

function FindingView() {
  return (
    <>
      <PageHeading
        above={<a href="/design">Признаки</a>}
        title="В 5Б по математике решены трудные задания, а лёгкие нет"
        lead="Школа № 12, Заречный район. ВПР 2026, 22 работы, 1 отсутствовал."
        action={<Button kind="main">Напечатать</Button>}
      />
      <div className={styles.sections}>
        <p className={styles.reason}>
          <StrengthMark strength="pronounced" mechanisms={2} />
          <span>вероятность, что сигнал ложный: {percent(0.012, 'ru', 1)}</span>
        </p>
        <p>
          Задания 9, 10 и 12 в регионе решает каждый третий, здесь — почти все; при таких же суммах в других классах за
          них получают на 3,2 балла меньше. Лёгкие задания 1–6 решены как везде.
        </p>
        <ScoreHistogram
          title="Работ чуть выше порога отметки 5 вдвое больше, чем ожидалось"
          unit="5Б"
          counts={counts}
          region={{ name: 'регион', counts: regionCounts }}
          thresholds={thresholds}
        />
        <ScoreHeatmap
          title="Правый край заполнен и у тех, кто не решил лёгкого"
          tasks={tasks}
          papers={papers}
          difficulty={[0.92, 0.86, 0.83, 0.74, 0.7, 0.66, 0.6, 0.52, 0.4, 0.34, 0.27, 0.16]}
          named={['9', '10', '12']}
        />
        <TaskProfile
          title="Три самых трудных задания решены лучше ожидаемого"
          unit="5Б"
          participants={22}
          tasks={profile}
        />
        <MarkTransition title="У восьми учеников из 22 отметка за работу выше журнальной" counts={transition} />
      </div>
    </>
  );
}

const initial = { name: '', note: '' };

function FormView() {
  const draft = useDraft('design', initial);
  const [day, setDay] = useState<string | null>('2026-04-15');
  const [subject, setSubject] = useState('');
  const [level, setLevel] = useState<'base' | 'advanced' | null>('base');
  const [agreed, setAgreed] = useState(false);
  const [files, setFiles] = useState<readonly File[]>([]);
  return (
    <>
      <PageHeading
        title="Опишите работу, которой нет в списке"
        above={<Steps label="Загрузка" steps={['Файлы', 'Проверка', 'Описание работы', 'Загрузка']} current={2} />}
      />
      <form className={styles.form}>
        <ErrorSummary errors={[{ field: 'subject', message: 'Выберите предмет' }]} />
        <FileDrop
          label="Файлы результатов"
          hint="Формы сбора ВПР, выгрузки ФИС ОКО, CSV и Parquet: до 50 файлов, каждый не больше 64 МБ"
          onFiles={setFiles}
        />
        <p className="soft">{files.map((file) => file.name).join(', ')}</p>
        <TextField
          label="Название процедуры"
          hint="Как в протоколе, например «ВПР 2026»"
          value={draft.value.name}
          onChange={(name) => draft.setValue({ ...draft.value, name })}
        />
        <SelectField
          id="subject"
          label="Предмет"
          placeholder="Выберите предмет"
          error={subject ? null : 'Выберите предмет'}
          value={subject}
          onChange={setSubject}
          options={[
            { value: 'm', label: 'Математика' },
            { value: 'r', label: 'Русский язык' },
          ]}
        />
        <DateField label="Дата проведения" value={day} onChange={setDay} />
        <RadioField
          legend="Уровень"
          value={level}
          onChange={setLevel}
          options={[
            { value: 'base', label: 'Базовый' },
            { value: 'advanced', label: 'Углублённый', hint: 'Только математика и физика в 7, 8 и 10 классах' },
          ]}
        />
        <CheckField label="Задания проверяли учителя другой школы" checked={agreed} onChange={setAgreed} />
        <PasswordField label="Пароль" value="" onChange={() => undefined} />
        <TextAreaField
          label="Замечание"
          optional
          value={draft.value.note}
          onChange={(note) => draft.setValue({ ...draft.value, note })}
        />
        <DraftNote draft={draft} />
        <div className={styles.buttons}>
          <Button kind="main">Далее</Button>
          <Button>Назад</Button>
          <ButtonHref href="/design" kind="quiet">
            Отложить
          </ButtonHref>
        </div>
      </form>
    </>
  );
}

function StatesView() {
  return (
    <>
      <PageHeading title="Состояния экранов" lead="Пусто, ждём, нет права, мало работ, нет связи." />
      <div className={styles.sections}>
        <EmptyState title="Результатов пока нет" action={<Button kind="main">Загрузить протокол</Button>}>
          Загрузите файлы, как их выдаёт ФИС ОКО: систему не нужно настраивать заранее.
        </EmptyState>
        <JobProgress
          title="Читаем файл vpr-5-matematika.xlsx"
          state="running"
          done={12400}
          total={25000}
          unit="работ"
          remainingSeconds={40}
          onCancel={() => undefined}
          leaveNote
        />
        <JobProgress
          title="Анализ: математика, 6 класс"
          state="failed"
          done={0}
          total={null}
          failure="Не хватило места на диске. Освободите место и повторите."
          onRetry={() => undefined}
        />
        <InsufficientSample given={7} required={10} />
        <Notice kind="attention" title="Шкала этой работы в источнике с ошибкой">
          <p>
            Отметка 4 заканчивается на 17 баллах, отметка 5 начинается с 19: балл 18 не относится ни к одной отметке.
          </p>
        </Notice>
        <Notice kind="problem" title="Файл не загружен">
          <p>На листе «Протокол» 3 ошибки. Исправьте их в файле и загрузите его снова.</p>
        </Notice>
        <Forbidden />
        <ErrorState error={new ApiError(0, 'offline', '', null)} onRetry={() => undefined} />
        <ErrorState
          error={new ApiError(500, 'unexpected', 'Что-то сломалось у нас, не у вас.', null)}
          onRetry={() => undefined}
        />
        <Skeleton shape="text" rows={4} />
      </div>
    </>
  );
}
