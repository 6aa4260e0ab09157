/** Words of jobs: kinds, states and stages. */
export const jobsText = {
  ru: {
    kinds: {
      'import.read': 'Чтение файла',
      'import.commit': 'Загрузка работ',
      'import.revert': 'Отмена загрузки',
      'analysis.run': 'Анализ работы',
      'spread.partition': 'Анализ части страны',
      'reference.freeze': 'Заморозка эталона',
      'roadmap.send': 'Рассылка плана школам',
    } as Record<string, string>,
    states: { queued: 'в очереди', running: 'идёт', done: 'готово', failed: 'не удалось', cancelled: 'остановлено' },
    stages: {
      '': '',
      read: 'чтение',
      check: 'проверка',
      store: 'запись',
      load: 'загрузка работ из базы',
      compute: 'расчёт признаков',
      save: 'запись признаков',
      send: 'рассылка по школам',
    } as Record<string, string>,
    unexpected: 'Что-то сломалось у нас. Данные не изменены; запустите задачу снова.',
  },
  en: {
    kinds: {
      'import.read': 'Reading a file',
      'import.commit': 'Storing papers',
      'import.revert': 'Reverting an import',
      'analysis.run': 'Analysing a work',
      'spread.partition': 'Analysing a part of the country',
      'reference.freeze': 'Freezing a reference',
      'roadmap.send': 'Sending a plan to schools',
    } as Record<string, string>,
    states: { queued: 'queued', running: 'running', done: 'done', failed: 'failed', cancelled: 'stopped' },
    stages: {
      '': '',
      read: 'reading',
      check: 'checking',
      store: 'storing',
      load: 'loading papers from the database',
      compute: 'computing signs',
      save: 'storing signs',
      send: 'sending to schools',
    } as Record<string, string>,
    unexpected: 'Something broke on our side. No data changed; start the job again.',
  },
} as const;
