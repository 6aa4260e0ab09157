/** Starts the application: `npm start`, and with the demonstration region `npm run demo`. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openEmbedded, openServer, type Database } from './platform/db/connect.ts';
import { takeFolder } from './platform/db/lock.ts';
import { type Application, startApplication } from './server.ts';

const HELP = `Объектив. Запуск: npm start [-- --port 8080 --host 127.0.0.1] или npm run demo.

  --port N        порт сайта (по умолчанию 8080; переменная PORT)
  --host АДРЕС    адрес, на котором сайт отвечает (по умолчанию 127.0.0.1; переменная HOST)
  --data ПАПКА    папка данных встроенной базы (по умолчанию data; переменная OBEKTIV_DATA)
  --demo          наполнить пустую базу вымышленным регионом
  --secure        сайт стоит за TLS: куки только по HTTPS, доверять заголовкам прокси

Переменная DATABASE_URL=postgres://… включает сервер PostgreSQL вместо встроенной базы.`;

function options() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        demo: { type: 'boolean', default: false },
        secure: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const port = Number(values.port ?? process.env.PORT ?? 8080);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error(`порт «${values.port ?? process.env.PORT}» не годится: нужно число от 0 до 65535`);
    return {
      port,
      host: values.host ?? process.env.HOST ?? '127.0.0.1',
      folder: resolve(values.data ?? process.env.OBEKTIV_DATA ?? 'data'),
      demo: values.demo,
      secure: values.secure,
      help: values.help,
    };
  } catch (error) {
    console.error(`Не получилось понять команду: ${(error as Error).message}.\n\n${HELP}`);
    process.exit(2);
  }
}

async function main(): Promise<void> {
  const { port, host, folder, demo, secure, help } = options();
  if (help) {
    console.log(HELP);
    return;
  }
  const databaseUrl = process.env.DATABASE_URL;
  const folderHold = databaseUrl ? null : takeFolder(folder);
  if (folderHold && !folderHold.taken) {
    const { holder } = folderHold;
    console.error(
      `«Объектив» уже работает с папкой ${folder}${holder.address ? `: ${holder.address}` : ''} (процесс ${holder.pid}).\n` +
        'Ничего не изменено. Откройте этот адрес, остановите ту программу или укажите другую папку: --data ПАПКА.',
    );
    process.exit(3);
  }

  let database: Database | null = null;
  let application: Application | null = null;
  let stopping = false;
  const stop = async (code: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    try {
      // Whatever goes wrong in the site, the database is shut down in order.
      await application?.close().catch((error: unknown) => console.error(error));
      await database?.close();
      if (folderHold?.taken) folderHold.release();
    } catch (error) {
      console.error(error);
      process.exit(1);
    }
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      console.log('Останавливаемся…');
      void stop(0);
    });
  }

  try {
    console.log(databaseUrl ? 'Подключаемся к PostgreSQL…' : `Запускаем встроенную базу в папке ${folder}…`);
    database = databaseUrl ? await openServer(databaseUrl) : await openEmbedded(folder);
    application = await startApplication({ database, site: true, secure, keptFolder: join(folder, 'kept') });
    const demoAccounts = demo ? await (await import('#demo/load.ts')).loadDemo(application, database, folder) : null;
    await application.server.app.listen({ port, host });
    const address = `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${(application.server.app.server.address() as { port: number }).port}`;
    if (folderHold?.taken) folderHold.publish(address);
    console.log(`\n«Объектив» открыт: ${address}`);
    if (demoAccounts) console.log(demoAccounts);
    console.log('\nОстановить: Ctrl+C.');
  } catch (error) {
    const problem = error as NodeJS.ErrnoException;
    console.error(
      problem.code === 'EADDRINUSE'
        ? `Порт ${port} занят другой программой. Укажите другой: npm start -- --port ${port + 1}`
        : `Запуск не удался: ${problem.message}`,
    );
    await stop(1);
  }
}

await main();
