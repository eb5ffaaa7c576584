// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/workbook/object.h"

namespace tessera::model {

// What a column's values certainly are, judged from its own body; Unknown when that takes more than a look.
enum class ColumnType
{
    Unknown,
    Text,
    Number,
    Date,
    Logical,
};

struct ColumnFacts
{
    std::string id;
    std::string name;      // display name; of an unnamed column what it certainly shows as, else ""
    std::string fold;      // foldName(name)
    bool named = false;    // the body carries a name of its own
    bool computed = false; // by a formula, or taken from a parent by key: nobody types into it
    ColumnType type = ColumnType::Unknown;
    bool operator==(const ColumnFacts &) const = default;
};

// Where columns stand by id and name, for elements with very many of them. It follows from the columns, so equal
// facts have equal ones.
class ColumnPlaces
{
public:
    void read(const std::vector<ColumnFacts> &columns); // nothing for few: a walk along them is quicker
    struct Places
    {
        std::unordered_map<std::string, std::size_t> ids, folds, looseFolds; // the first that has it
    };
    const Places *operator->() const { return m_places.get(); }
    explicit operator bool() const { return m_places != nullptr; }
    bool operator==(const ColumnPlaces &) const { return true; }

private:
    std::shared_ptr<const Places> m_places;
};

enum class FactsSource
{
    None,
    WarehouseTable,
    Element, // `table`
    DataModel,
    Sql,
    Join,
    Union,
    Transpose,
    Linked,
    Empty,
    Other, // known or unknown kinds whose columns are not in the document
};

struct SourceLeg
{
    std::string name;      // prefix of its columns in formulas
    std::string elementId; // "" for warehouse tables
    bool operator==(const SourceLeg &) const = default;
};

struct SourceFacts
{
    FactsSource kind = FactsSource::None;
    std::string elementId;            // Element, Linked
    std::string groupingId;           // Element
    std::string prefix;               // WarehouseTable: last path segment; Union: its name
    std::vector<SourceLeg> legs;      // Join: the primary source first; Union: sources, names empty
    std::vector<std::string> outputs; // Union: output column names
    bool operator==(const SourceFacts &) const = default;
};

// A control that has a value before anyone touches it, and the columns it filters by it.
struct ControlStart
{
    std::string value;                // equal for controls that let the same rows pass; "": it starts with nothing
    std::vector<std::string> targets; // filterTarget() of each
    bool operator==(const ControlStart &) const = default;
};

// One column of one element, as a text.
std::string filterTarget(std::string_view elementId, std::string_view columnId);

// A part that few elements have. Facts are kept for all, and a workbook may have a hundred thousand.
template <class Part>
class Rare
{
public:
    Rare() = default;
    Rare(Part part) : m_part(part == Part() ? nullptr : std::make_shared<const Part>(std::move(part))) {}

    const Part &operator*() const
    {
        static const Part none;
        return m_part ? *m_part : none;
    }
    const Part *operator->() const { return &**this; }
    bool operator==(const Rare &other) const { return m_part == other.m_part || **this == *other; }

private:
    std::shared_ptr<const Part> m_part; // null: like a new one
};

// What other objects may want to know of an element: enough to resolve names and ids, small enough to keep for all.
// Equal facts mean that nobody else has to look again.
struct ElementFacts
{
    Key key;
    std::string id;
    std::string kind;
    std::string name;
    std::string fold; // foldName(name)
    std::vector<ColumnFacts> columns;
    ColumnPlaces places;        // of the columns
    bool columnsListed = false; // a `columns` list exists, so other names are not there
    bool filtered = false;      // filters of its own leave rows out
    std::vector<std::string> groupings;
    Rare<SourceFacts> source;
    std::vector<std::string> reads; // ids of elements it takes data from, in any way
    // Controls only:
    std::string handle; // controlId
    std::string controlType;
    std::vector<std::string> filters; // ids of the elements it filters
    Rare<ControlStart> start;
    std::vector<std::string> mentions; // folded prefixes of its formulas and of its text: elements, sources, metrics
    // Everything that can carry actions:
    std::vector<std::string> actions; // ids
    // Containers and forms:
    std::vector<std::string> fields;
    int tabs = -1;

    const ColumnFacts *columnById(std::string_view columnId) const;
    // By display name: case does not matter; failing that, blanks and underscores do not either (warehouse spelling).
    const ColumnFacts *columnByName(std::string_view columnName) const;
    bool hasOpenColumns() const; // some columns cannot be named from the document alone

    bool operator==(const ElementFacts &) const = default;
};

ElementFacts readFacts(const Object &element);
SourceFacts readSource(const Json &source);

} // namespace tessera::model
