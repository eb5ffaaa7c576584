// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "model/formula/scope.h"
#include "model/query/relation.h"
#include "model/workbook/views/query_view.h"

namespace tessera::model::query {

class ElementPlan;
class Planner;

// The rows an element starts from. Columns are asked for first, then the relation is built: it holds what was asked
// for.
class SourcePlan
{
public:
    virtual ~SourcePlan() = default;

    // How a formula or a body names a column of a source.
    struct Wanted
    {
        std::string prefix; // "" where the source is clear
        std::string name;
        std::string element;  // key of the element the column belongs to, when known
        std::string columnId; // in that element
    };
    // The column of the relation that holds it; none: there is no such column (the caller reports).
    virtual std::optional<Column> use(const Wanted &wanted) = 0;
    virtual RelationPtr build() = 0;
    // Every column by the names formulas use, as far as known: what "all other columns" of a transposition are.
    virtual std::vector<std::string> columnNames() const { return {}; }
};

// The plan of an element's source, problems reported; null when there is no source that could be read.
std::unique_ptr<SourcePlan> planSource(Planner &planner, ElementPlan &owner, const SourceView &source);
// One row without columns, for texts.
std::unique_ptr<SourcePlan> oneRow();
// Rows of an element at one of its grains.
std::unique_ptr<SourcePlan> elementRows(ElementPlan &element, int grain);

// "[Column]" or "[Prefix/Column]" or a bare name, as joins, unions and transpositions write them.
SourcePlan::Wanted wantedColumn(const std::string &text);

} // namespace tessera::model::query
