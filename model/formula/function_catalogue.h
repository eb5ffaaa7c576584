// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <QHash>

#include "model/base/result.h"

namespace tessera::model::formula {

enum class ValueType
{
    Any,  // a parameter that takes everything
    Null, // fits every type
    Text,
    Number,
    Logical,
    Date,    // always a moment; there is no date-only type
    Variant, // JSON; arrays are variants
    Geography,
    Error, // the type of something that already has a diagnostic
};

enum class FunctionKind
{
    Scalar,
    Aggregate,   // collapses rows
    Window,      // one result per row, reads its neighbours
    Total,       // an aggregate at another grouping level
    Lookup,      // reads another element
    Passthrough, // a function of the warehouse, called by name
    PassthroughAggregate,
    Display, // changes what is shown only
};

struct Parameter
{
    std::string name;
    std::vector<ValueType> types; // any of these; empty: the same type as the other "same" parameters
    bool aggregate = false;       // must be an aggregate expression
    bool optional = false;
    std::string defaultText;          // as written in a formula, "" when there is none
    std::vector<std::string> choices; // the only constant texts that mean something; empty: anything
};

// One row of resources/functions/functions.json.
struct Function
{
    std::string name;
    std::string group; // "Aggregate", "Date", … for lists and help
    FunctionKind kind = FunctionKind::Scalar;
    bool alsoAggregate = false; // a window function that collapses rows inside a grouping (First, Last, Nth …)
    std::vector<Parameter> parameters;
    int minArguments = 0;
    int repeat = 0; // how many of the last parameters repeat without end; 0: none
    // Fixed result type; none: the type of the "same" parameters, or of the first argument.
    std::optional<ValueType> result;
    std::string doc;
    std::string example;       // a formula, from resources/functions/examples.json
    std::string exampleResult; // what it gives, where no data and no clock is needed; "" otherwise
    bool certain = true;       // false: signature or meaning is not confirmed

    int maxArguments() const { return repeat > 0 ? -1 : static_cast<int>(parameters.size()); } // -1: no limit
    // The parameter that takes argument `index` (0-based) of a call; the repeating ones recur.
    const Parameter *parameterAt(int index) const;
    // "If(condition, value, [condition 2], [value 2], [else], …)"
    std::string signature() const;
};

// All functions of the formula language. Names match ignoring case.
// Source: Sigma's published function index.
class FunctionCatalogue
{
public:
    // Reads the rows that ship with the program, once. Errors in them are programming mistakes and end the program in a
    // debug build; a test loads every row.
    static const FunctionCatalogue &shipped();
    static Result<FunctionCatalogue> fromJson(std::string_view text);
    // Adds the examples of a list [{name, formula, result}]. Errors: Invalid; a function nobody knows.
    Result<void> addExamples(std::string_view text);

    const std::vector<Function> &all() const { return m_functions; }
    const Function *find(std::string_view name) const;                           // null: unknown
    std::vector<std::string> nearest(std::string_view name, int most = 3) const; // likely meant, best first

private:
    std::vector<Function> m_functions;
    QHash<std::string, int> m_byName; // lower case -> index
};

// Names close to `name` among `candidates` (edit distance, ignoring case), best first.
std::vector<std::string> nearestNames(std::string_view name, const std::vector<std::string> &candidates, int most = 3);

} // namespace tessera::model::formula
