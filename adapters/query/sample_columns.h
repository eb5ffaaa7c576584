// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "model/query/relation.h"
#include "model/workbook/workbook.h"

namespace tessera::adapters {

// A column somebody reads of a table nobody has rows of, and what its values must be like for the formulas to make
// sense.
struct SampleColumn
{
    std::string name; // as the formulas spell it
    model::formula::ValueType type = model::formula::ValueType::Any;
    std::vector<model::Value> choices; // values formulas compare it with
    bool isKey = false;                // names the rows of its own table
    std::string entity;                // of keys, own and foreign: "customer"; "" for others
};

// What a workbook tells of the outside tables it reads: their columns are those that formulas mention, their types come
// from the functions and operators around them (through chains of elements too), from formats, and from names.
// Reads the workbook when it is first asked; safe for any thread.
class SampleCatalogue
{
public:
    explicit SampleCatalogue(model::Workbook workbook) : m_workbook(std::move(workbook)) {}

    // Null where no formula mentions a column of it.
    const std::vector<SampleColumn> *columnsOf(const model::query::TableSource &source) const;

private:
    const model::Workbook m_workbook;
    mutable std::once_flag m_read;
    mutable std::map<std::string, std::vector<SampleColumn>> m_tables;
};

// The part of a name that says whose id it is: "customer" of "Customer Id" and CUSTOMER_ID; "" when it is no id.
std::string entityOf(std::string_view column);
// "customer" of CUSTOMERS, "category" of Categories.
std::string entityOfTable(std::string_view table);

} // namespace tessera::adapters
