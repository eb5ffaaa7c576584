// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/query/relation.h"
#include "model/sql/dialect_traits.h"
#include "model/sql/sql_template.h"

namespace tessera::model::sql {

// A column of a SELECT that is being put together.
struct BlockColumn
{
    std::string name;   // in the plan
    Sql sql;            // what it is, over what stands after FROM
    bool simple = true; // a column or constant: may be written again
    bool key = false;   // of a grouped block: a group key
    formula::ValueType type = formula::ValueType::Any;
    std::string real = {}; // of a bare table: the name there, quoted
};

struct BlockOrder
{
    std::optional<std::size_t> column; // an output column …
    std::string text;                  // … or an expression over what stands after FROM
    bool descending = false;
    bool nullsFirst = false;
};

// One SELECT. Operations of a plan are added to it as long as its clauses allow.
struct SelectBlock
{
    // What a block reads: a bare table (or a query above by its name), or several joined ones.
    enum class Source
    {
        None,
        Table,
        Derived, // a query in parentheses, which needs an alias
        Joined,
    };
    Source source = Source::None;
    std::string from;
    bool scanned = false; // the table is one of the database, not a query above
    std::string hint;     // what people call it
    std::vector<BlockColumn> columns;
    std::vector<std::string> where;
    bool grouped = false;
    bool windowed = false;
    std::vector<BlockOrder> order;
    std::optional<std::int64_t> limit;
    // A finished query instead of all that (a union); makes it for a number of leading blanks.
    std::function<std::string(int indent)> whole;

    bool isBareTable() const;              // nothing but all rows of one table
    int find(std::string_view name) const; // index of a column, ignoring case; -1: none
};

// Line ends and blanks of a statement that is pretty or in one line.
struct Layout
{
    bool pretty = true;
    std::string line(int indent) const
    {
        return pretty ? '\n' + std::string(static_cast<std::size_t>(indent), ' ') : std::string(" ");
    }
};

std::string selectText(const SelectBlock &block, const DialectTraits &traits, const Layout &layout, int indent,
                       const std::function<std::string(const std::string &, bool, bool)> &orderKey);

} // namespace tessera::model::sql
