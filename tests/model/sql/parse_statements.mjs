// SPDX-License-Identifier: GPL-3.0-or-later
// Reads [{"name", "dialect", "sql"}] from the file named first and prints a line "name: why" for each that does not parse.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [file, folder] = process.argv.slice(2);
const resolve = createRequire(folder + '/').resolve;
const sdk = await import(pathToFileURL(resolve('@polyglot-sql/sdk')));
const api = sdk.parse ? sdk : sdk.default;
if (api.init) await api.init();

const title = { postgresql: 'postgres', sqlite: 'sqlite', mysql: 'mysql', snowflake: 'snowflake', bigquery: 'bigquery', databricks: 'databricks', redshift: 'redshift' };
if (api.parse('SELECT FROM WHERE (', 'snowflake').success) console.log('the parser takes anything');
for (const { name, dialect, sql } of JSON.parse(readFileSync(file, 'utf8'))) {
  const result = api.parse(sql, title[dialect]);
  if (!result.success) console.log(`${name}: ${result.error}`);
}
