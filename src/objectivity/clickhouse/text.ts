/** Words of `obektiv tables`. */
import { defineText } from '#src/platform/ui/i18n.ts';

export const tablesSummary = defineText({
  ru: 'целочисленные таблицы работ, из файлов или из кластера ClickHouse',
  en: 'integer tables of works, from files or from a ClickHouse cluster',
});

export const tablesText = defineText({
  ru: {
    help: `obektiv tables: целочисленные достаточные таблицы каждой работы (JSON).

  obektiv tables papers.parquet [ещё файлы] --spec spec.json [--out tables.json]
  obektiv tables --clickhouse http://адрес:8123 --table obektiv.papers --spec spec.json [--out tables.json]

Таблицы разных файлов одной работы складываются. Имя и пароль ClickHouse берутся из переменных CLICKHOUSE_USER и
CLICKHOUSE_PASSWORD. Как устроена таблица кластера, написано в docs/scaling.md.`,
    empty: (subject: string, grade: number) => `Работ нет: ${subject}, ${grade} класс`,
  },
  en: {
    help: `obektiv tables: integer sufficient tables of each work (JSON).

  obektiv tables papers.parquet [more files] --spec spec.json [--out tables.json]
  obektiv tables --clickhouse http://address:8123 --table obektiv.papers --spec spec.json [--out tables.json]

Tables of one work in several files are added up. User and password of ClickHouse are taken from CLICKHOUSE_USER and
CLICKHOUSE_PASSWORD. docs/scaling.md says what the cluster's table looks like.`,
    empty: (subject: string, grade: number) => `No papers: ${subject}, grade ${grade}`,
  },
});
