// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <QString>

#include "model/query/relation.h"

namespace tessera::model::sql {

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
std::string_view dialectName(Dialect dialect);                    // "sqlite", "postgresql" …
std::optional<Dialect> dialectNamed(std::string_view name);       // ignoring case

// Something a dialect cannot express. The statement is then empty: there is never wrong SQL.
struct DialectProblem
{
    QString message;
    QString hint;
};

struct Statement
{
    std::string text;              // one SELECT, no trailing semicolon
    std::vector<Value> parameters; // for the placeholders, in order
    std::vector<query::Column> columns;
    std::vector<DialectProblem> problems;
    bool isValid() const { return problems.empty(); }
};

struct EmitOptions
{
    bool spellParameters = false; // literal text instead of placeholders: for reading and copying
    bool pretty = true;
    // How a table of a plan is written where it is not the path itself (local copies); "" falls back to the path.
    std::function<std::string(const query::TableSource &)> tableText;
};

Statement emitSql(const query::RelationPtr &relation, Dialect dialect, const EmitOptions &options = {});

} // namespace tessera::model::sql
