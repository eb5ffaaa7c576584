// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/formula/function_catalogue.h"
#include "model/formula/syntax.h"
#include "model/workbook/object.h"

namespace tessera::model::formula {

enum class SymbolKind
{
    Sibling, // a column of the element the formula belongs to
    Source,  // a column of the element's source
    Element, // a column of another element (Lookup, Rollup, dynamic text)
    Metric,  // [Metrics/…] of a data model
    Control,
    Selection, // [Selection/…] of an on-select action
};

// What a reference means.
struct Symbol
{
    SymbolKind kind = SymbolKind::Sibling;
    Key element;    // element the column belongs to; the control's element
    std::string id; // column id; control handle
    std::string name;
    ValueType type = ValueType::Any; // Any: not known here
    bool isRange = false;            // a control with .start/.end or .min/.max
    bool isList = false;             // a control that holds several values
    std::string prefix = {};         // as written before the slash; tells the legs of a join apart

    bool operator==(const Symbol &) const = default;
};

// The names a formula can see.
class Scope
{
public:
    virtual ~Scope() = default;

    struct Found
    {
        std::optional<Symbol> symbol;
        bool ambiguous = false;     // several elements or columns have this name
        bool prefixUnknown = false; // the part before the slash names nothing
        bool open = false;          // the source's columns cannot be known here: anything may be right
    };
    virtual Found resolve(const ColumnReference &reference) const = 0;

    // Names that could stand in place of `reference`, as they are written between brackets, for suggestions.
    virtual std::vector<std::string> candidates(const ColumnReference &reference) const = 0;
};

} // namespace tessera::model::formula
