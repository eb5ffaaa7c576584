// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace tessera::model::sql {

// The SQL products Tessera writes for.
enum class Dialect
{
    Sqlite, // the reference; functions it lacks are registered on the connection
    Postgresql,
    Mysql,
    Snowflake,
    Bigquery,
    Databricks,
    Redshift,
};

const std::vector<Dialect> &allDialects();
std::string_view dialectName(Dialect dialect);  // "sqlite", "postgresql" …: files, options
std::string_view dialectTitle(Dialect dialect); // "SQLite", "PostgreSQL" …: a product's name is not translated
std::optional<Dialect> dialectNamed(std::string_view name); // ignoring case; "postgres" is understood, too

} // namespace tessera::model::sql
