// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sql/dialect.h"

#include <algorithm>
#include <cctype>

#include "model/sql/dialect_traits.h"

namespace tessera::model::sql {

const std::vector<Dialect> &allDialects()
{
    static const std::vector<Dialect> all = {Dialect::Sqlite,    Dialect::Postgresql, Dialect::Mysql,
                                             Dialect::Snowflake, Dialect::Bigquery,   Dialect::Databricks,
                                             Dialect::Redshift};
    return all;
}

std::string_view dialectName(Dialect dialect)
{
    return traitsOf(dialect).name;
}

std::string_view dialectTitle(Dialect dialect)
{
    return traitsOf(dialect).title;
}

std::optional<Dialect> dialectNamed(std::string_view name)
{
    std::string wanted(name);
    std::transform(wanted.begin(), wanted.end(), wanted.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (wanted == "postgres")
        return Dialect::Postgresql;
    for (const Dialect dialect : allDialects()) {
        if (dialectName(dialect) == wanted)
            return dialect;
    }
    return std::nullopt;
}

} // namespace tessera::model::sql
