// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/base/json.h"
#include "model/base/result.h"
#include "model/workbook/object.h"

namespace tessera::model {

using RowId = std::int64_t; // stable for the life of the row, unique in its table, never reused

// A row of an input table: column id -> value (null or missing: empty). Text is a string, number a number, datetime an
// ISO 8601 string, checkbox a logical, multi-select an array of strings.
struct Row
{
    RowId id = 0;
    Json values = Json::object();

    bool operator==(const Row &) const = default;
};

// One step of a row change. Insert: no `before`. Remove: no `after`. Update: both, holding only the changed columns.
struct RowEdit
{
    RowId row = 0;
    std::int64_t position = 0; // index the row gets (insert) or has (remove); ignored for an update
    std::optional<Json> before;
    std::optional<Json> after;

    bool operator==(const RowEdit &) const = default;
};

// The rows of a document's input tables, by element key. A document edits them through RowsChange only.
class RowStore
{
public:
    virtual ~RowStore() = default;

    virtual std::int64_t count(const Key &table) const = 0;
    virtual Row row(const Key &table, std::int64_t index) const = 0;     // precondition: 0 <= index < count
    virtual std::int64_t indexOf(const Key &table, RowId row) const = 0; // -1: no such row
    virtual RowId nextRowId(const Key &table) const = 0;                 // free now
    // All or nothing, in order. Errors: Conflict when a `before` does not match what is stored.
    virtual Result<void> apply(const Key &table, const std::vector<RowEdit> &edits) = 0;
};

} // namespace tessera::model
