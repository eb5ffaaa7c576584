// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/result.h"
#include "model/formula/function_catalogue.h"
#include "model/sql/dialect.h"
#include "model/sql/sql_template.h"

namespace tessera::model::sql {

// How one function is written in one dialect: a row of resources/functions/sql/*.json. A row is
//   "text"                 SQL for every dialect, see SqlTemplate
//   {"sqlite": …, "postgresql redshift": …, "others": …}   by dialect; "others": all that are not named; SQLite has the
//                          functions of formula::allScalars() registered and uses them when it is not named
// and each value is
//   "text"                 SQL
//   "=formula"             a formula over [1], [2] …; arguments that are not given have their default, else 0
//   "@Name"                the row of another function
//   "udf"                  the function registered on SQLite connections: sigma_<name>(arguments)
//   "no" or "no: why"      cannot be expressed
//   {"month": …, "2": …, "text": …, "else": …}  by the constant text of a parameter with choices, the number of
//                          arguments, or the type of the first argument that is not such a text
//   {"helpers": ["…"], "sql": "…"}  SQL over columns {h1} … that have to be computed in a query below
struct FunctionSql
{
    enum class Kind
    {
        Template,
        Formula,
        Registered,
        Impossible,
        Select,
    };
    Kind kind = Kind::Impossible;
    std::optional<SqlTemplate> text;
    std::vector<SqlTemplate> helpers;
    std::string formula;
    std::string reason;                                      // of Impossible; "" for none in particular
    std::map<std::string, FunctionSql, std::less<>> options; // of Select
};

// What decides between the options of a row.
struct CallShape
{
    std::vector<std::string> choices; // constant texts of arguments whose parameter has choices, lower case
    std::size_t arguments = 0;
    formula::ValueType type = formula::ValueType::Any;
};

class FunctionSqlTable
{
public:
    static const FunctionSqlTable &shipped();
    // Files: texts of the JSON files.
    static Result<FunctionSqlTable> fromJson(const std::vector<std::string> &files);

    // Null: there is no row. `name`: a function, or a helper row as "#json", "#divide".
    const FunctionSql *find(std::string_view name, Dialect dialect, const CallShape &shape) const;
    bool has(std::string_view name) const { return m_rows.contains(name); }
    bool covers(std::string_view name, Dialect dialect) const; // says something about it, if only why not

    // Format tokens of a dialect: "%Y" -> "YYYY"; null: it has none of its own.
    const std::map<std::string, std::string, std::less<>> *dateTokens(Dialect dialect) const;
    // Functions of the database that formulas may call by name on SQLite, lower case.
    bool isAllowedOnSqlite(std::string_view name) const;

private:
    struct Row
    {
        std::map<Dialect, FunctionSql> byDialect;
        std::string alias; // "@Name" for all dialects
    };
    std::map<std::string, Row, std::less<>> m_rows;
    std::map<Dialect, std::map<std::string, std::string, std::less<>>> m_tokens;
    std::vector<std::string> m_allowed;

    friend class FunctionSqlReader;
};

} // namespace tessera::model::sql
