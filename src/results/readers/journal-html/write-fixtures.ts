import { putFixture, windows1251 } from '../fixture-writing.ts';

function page(pupil: string): string {
  return `<html><head><meta charset="windows-1251"><title>Отчет</title></head><body>
<div><h5 class="report-title-school">МБОУ «Примерная СОШ № 1»</h5>
<h2 class="main-report-title">Отчет об успеваемости и посещаемости ученика</h2></div>
<table cellspacing="10px">
<tr><td class="no-border"><span class="select"><b>Учебный год:</b> 2025/2026</span></td></tr>
<tr><td class="no-border"><span class="select"><b>Класс:</b> 9а</span></td></tr>
<tr><td class="no-border"><span class="select"><b>Период:</b> с 1.09.2025 по 30.11.2025</span></td></tr>
<tr><td class="no-border"><span class="select" data-sheet-name="${pupil}"><b>Ученик:</b> ${pupil}</span></td></tr>
</table>
<table class="table-print">
<tr><th rowspan="2">Предмет</th><th colspan="2">Сентябрь</th><th colspan="2">Октябрь</th>
<th rowspan="2">Средн.<br/>оценка<br/> 1 триместр</th><th rowspan="2">Итог.оценка<br/> 1 триместр</th></tr>
<tr><th>1</th><th>8</th><th>6</th><th>13</th></tr>
<tr><td class="cell-text">Русский язык</td><td>5</td><td>4</td><td>УП</td><td>4</td><td>4,33</td><td>4</td></tr>
<tr><td class="cell-text">Алгебра</td><td>3</td><td></td><td>2 3</td><td>&nbsp;</td><td>2,67</td><td>3</td></tr>
<tr><td class="cell-text">Физкультура</td><td></td><td></td><td></td><td></td><td></td><td>осв.</td></tr>
<tr><td class="cell-text">Химия</td><td>5</td><td>5</td><td>5</td><td>5</td><td>5,00</td><td>6</td></tr>
</table></body></html>`;
}

const TOTALS = `<h2>Итоговые отметки</h2><p>Класс: 11А</p><p>Учебный год: 2025/2026</p><p>Ученик: 17-042</p>
<table><tr><th>№</th><th>Предмет</th><th>1 полугодие</th><th>2 полугодие</th><th>Год. оценка</th><th>Экз. оценка</th>
<th>Итог. оценка</th></tr>
<tr><td>1</td><td>Алгебра и начала математического анализа</td><td>5</td><td>4</td><td>5</td><td></td><td>5</td></tr>
<tr><td>2</td><td>ИСТОРИЯ</td><td>5</td><td>5</td><td>5</td><td>4</td><td>5</td></tr></table>`;

/** Pages of electronic journals; schools and people are invented. */
export async function journalHtmlFixtures(): Promise<void> {
  await putFixture('journal-html', 'one-pupil-with-names-1251', 'xls', windows1251(page('Выдумкина Проба')));
  const two = page('Выдумкина Проба').replace('</body></html>', '') + page('Придумова Сон').replace(/^.*<body>/su, '');
  await putFixture('journal-html', 'two-pupils-with-names', 'xls', new TextEncoder().encode(two));
  await putFixture('journal-html', 'totals-of-a-key', 'xls', new TextEncoder().encode(TOTALS));
}
