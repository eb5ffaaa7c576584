// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/table/row_store.h"
#include "model/workbook/workbook.h"

namespace tessera::adapters {

enum class Dialect
{
    Sqlite,
    Snowflake,
    BigQuery,
    Databricks,
    Redshift,
    PostgreSql,
    MySql,
};

const std::vector<Dialect> &allDialects();
std::string dialectName(Dialect dialect); // "sqlite", "snowflake", "bigquery", "databricks", "redshift", "postgresql", "mysql"

// A script that makes the SIGDS tables where they are missing and inserts a workbook with the rows of its input tables.
// Statements end with ';' at the end of a line; the same input always gives the same text. Numbers JSON does not know
// (0o7, .inf: YAML's) become texts. PostgreSQL cannot store the character U+0000: U+FFFD stands in its place there.
std::string sigdsSql(const model::Workbook &workbook, const model::RowStore &rows, Dialect dialect);

} // namespace tessera::adapters
