// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "model/names/name_lookup.h"
#include "model/query/element_query.h"
#include "tests/support/reference_evaluator.h"

namespace tessera::tests {

// CSV text as rows: numbers, ISO dates, true/false, empty is null, else text; a column that holds two of them is text.
PlainRows plainRows(const std::string &csv);

// A workbook with data, for planning elements and evaluating the plans.
class PlanFixture : public model::query::SourceColumns
{
public:
    // The elements of a workbook as a JSON list.
    explicit PlanFixture(const std::string &elements);
    explicit PlanFixture(model::Workbook workbook);

    PlanFixture &table(const std::string &name,
                       const std::string &csv); // last path step, or the id of a statement's element
    PlanFixture &table(const std::string &name, PlainRows rows);
    std::optional<std::vector<model::query::Column>> columnsOf(const model::query::TableSource &source) const override;

    model::query::ElementQuery plan(const std::string &element) const;
    // The answer as text: a line per row, cells with "|", Null as "-", dates without their midnight. `part` "": main.
    std::string rows(const std::string &element, const std::string &part = {}) const;
    std::string names(const std::string &element) const;    // of the columns, with "|"
    std::string problems(const std::string &element) const; // errors, a line each: "column: message"

    const std::map<std::string, PlainRows> &tables() const { return m_tables; }
    PlainTables lookup() const; // the tables as the evaluator asks for them

    model::query::QueryOptions options;

private:
    const PlainRows *find(const model::query::TableSource &source) const;
    std::string text(const model::query::Query &query) const;

    model::Workbook m_workbook;
    model::NameIndex m_names;
    std::map<std::string, PlainRows> m_tables;
};

} // namespace tessera::tests
