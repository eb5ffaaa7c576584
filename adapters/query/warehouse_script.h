// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/result.h"
#include "model/query/relation.h"

namespace tessera::adapters {

// Custom SQL is written for a warehouse; this makes of it what the local SQLite database runs. It reads the statement
// into pieces (see warehouse_tokens.h) and rewrites:
//   tables       DB.SCHEMA.TABLE becomes the local table; names of WITH stay
//   dates        DATEADD, DATEDIFF, DATE_TRUNC, DATE_PART, EXTRACT, TO_DATE …, CURRENT_DATE, DATE '…', d + INTERVAL
//   '…',
//                d - 7; days written as text are compared as moments where the other side is known to be a date
//   casts        CAST, TRY_CAST and :: to the types of all warehouses
//   logic        IFF, NVL, NVL2, ZEROIFNULL, DECODE, DIV0, COUNT_IF, EQUAL_NULL, GREATEST, LEAST …
//   text         LIKE minds case, ILIKE does not; RLIKE and REGEXP; LEFT, SPLIT_PART, CONTAINS, LPAD, INITCAP …
//   rows         QUALIFY, TOP, FETCH FIRST, MINUS, VALUES with names, TABLE(GENERATOR(ROWCOUNT => n)), generate_series,
//                brackets around parts of a UNION
//   variants     v:a.b[0]
// A slash divides really (1/2 is 0.5), as in Snowflake and BigQuery. What cannot be rewritten is an error at its place:
// LATERAL, FLATTEN, UNNEST, PIVOT, UNPIVOT, MATCH_RECOGNIZE, CONNECT BY, WITHIN GROUP, functions nobody knows here.
// The functions it writes are registered by warehouse_functions.h.

struct ScriptTable
{
    std::string text; // in FROM
    std::vector<model::query::Column> columns;
};

struct ScriptContext
{
    // The local table for a path as written, without quotes. Errors end the rewriting, with the place added.
    std::function<model::Result<ScriptTable>(const std::vector<std::string> &path)> table;
    // Whether the database has a function of this name (lower case).
    std::function<bool(const std::string &name)> hasFunction;
};

struct Script
{
    std::string text;
    bool readsDay = false;    // CURRENT_DATE
    bool readsMoment = false; // CURRENT_TIMESTAMP
};

// Columns whose names start so are helpers of the rewriting; whoever runs a script leaves them out.
inline constexpr std::string_view scriptHelper = "tessera helper ";

// Errors: Invalid and Unsupported with line and column of the statement in `where`; those of `context.table`.
model::Result<Script> rewriteScript(std::string_view sql, const ScriptContext &context);

// The paths of all tables a statement reads, each once, in order; names of WITH are none of them.
// Errors: as rewriteScript.
model::Result<std::vector<std::vector<std::string>>> tablesOfScript(std::string_view sql);

} // namespace tessera::adapters
