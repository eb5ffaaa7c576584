// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/workbook_scope.h"

#include <algorithm>
#include <functional>

#include "model/formula/binder.h"
#include "model/names/resolver.h"
#include "model/workbook/views/control_view.h"
#include "model/workbook/views/element_view.h"

namespace tessera::model::query {

using formula::ColumnReference;
using formula::Symbol;
using formula::SymbolKind;

namespace {

constexpr int deepestSource = 24;
constexpr int deepestFormula = 300; // columns behind columns, whose types are then open
constexpr std::size_t mostCandidates = 4000;

bool sameLoosely(std::string_view a, std::string_view b)
{
    return foldName(a) == foldName(b) || lettersOf(a) == lettersOf(b);
}

bool isRangeControl(const std::string &type)
{
    return type == "date-range" || type == "number-range" || type == "range-slider";
}

ValueType inputType(const std::string &type)
{
    return type == "text"       ? ValueType::Text
           : type == "number"   ? ValueType::Number
           : type == "datetime" ? ValueType::Date
           : type == "checkbox" ? ValueType::Logical
           : type.empty()       ? ValueType::Any
                                : ValueType::Variant;
}

ValueType systemType(const std::string &id)
{
    return id.ends_with("_AT") ? ValueType::Date : ValueType::Text;
}

} // namespace

std::optional<TableSource> outsideTable(const SourceView &source, const std::string &owner)
{
    TableSource table;
    table.connectionId = source.connectionId;
    switch (source.kind) {
    case SourceKind::WarehouseTable:
        table.path = source.path;
        table.name = source.path.empty() ? std::string() : source.path.back();
        return table;
    case SourceKind::Sql:
        table.kind = TableSource::Kind::Sql;
        table.statement = source.statement;
        table.elementId = owner;
        table.name = "Custom SQL";
        return table;
    case SourceKind::DataModel:
        table.kind = TableSource::Kind::DataModel;
        table.dataModelId = source.dataModelId;
        table.elementId = source.elementId;
        return table;
    case SourceKind::Empty:
    case SourceKind::Linked:
        table.kind = TableSource::Kind::InputTable;
        table.elementId = owner;
        return table;
    case SourceKind::Other: // uploads and views of a warehouse: a path when there is one
        if (source.path.empty())
            return std::nullopt;
        table.path = source.path;
        table.name = source.path.back();
        return table;
    case SourceKind::Table:
    case SourceKind::Join:
    case SourceKind::Union:
    case SourceKind::Transpose:
    case SourceKind::CodeOutput:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

const Column *findColumn(const std::vector<Column> &columns, std::string_view name)
{
    const auto by = [&](auto same) -> const Column * {
        const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column &c) { return same(c.name); });
        return found == columns.end() ? nullptr : &*found;
    };
    if (const Column *exact = by([&](const std::string &other) { return other == name; }))
        return exact;
    const std::string fold = foldName(name);
    if (const Column *folded = by([&](const std::string &other) { return foldName(other) == fold; }))
        return folded;
    const std::string letters = lettersOf(name);
    return letters.empty() ? nullptr : by([&](const std::string &other) { return lettersOf(other) == letters; });
}

std::string warehouseSpelling(std::string_view name, std::string_view table)
{
    const auto isUpper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto isLower = [](char c) { return c >= 'a' && c <= 'z'; };
    const bool upper = std::ranges::any_of(table, isUpper), lower = std::ranges::any_of(table, isLower);
    std::string out(name);
    if (upper == lower)
        return out;
    for (char &c : out) {
        if (c == ' ')
            c = '_';
        else if (upper && isLower(c))
            c = char(c - 'a' + 'A');
        else if (lower && isUpper(c))
            c = char(c - 'A' + 'a');
    }
    return out;
}

WorkbookColumns::Entry &WorkbookColumns::entry(const Key &element, const std::string &columnId)
{
    const auto [at, fresh] = m_entries.try_emplace({element, columnId});
    Entry &entry = at->second;
    if (!fresh)
        return entry;
    const Object *object = m_workbook.element(element);
    if (!object)
        return entry;
    auto views = m_views.find(element);
    if (views == m_views.end()) {
        views = m_views.try_emplace(element).first;
        for (ColumnView &column : model::columnsOf(*object))
            views->second.try_emplace(column.id, std::move(column));
    }
    const auto column = views->second.find(columnId);
    if (column == views->second.end())
        return entry;
    if (m_depth >= deepestFormula)
        return entry;
    entry.busy = true;
    ++m_depth;
    work(entry, *object, ColumnView(column->second));
    --m_depth;
    entry.busy = false;
    return entry;
}

void WorkbookColumns::work(Entry &entry, const Object &element, const ColumnView &column)
{
    if (column.hasFormula && !column.isSystem()) {
        entry.formula = formula::bindFormula(column.formula, WorkbookScope(*this, element.key()));
        entry.type = entry.formula->root->type;
        if (entry.type == ValueType::Error || entry.type == ValueType::Null)
            entry.type = ValueType::Any;
    } else if (column.isSystem()) {
        entry.type = systemType(column.id);
    } else if (!column.type.empty()) {
        entry.type = inputType(column.type);
    } else if (!column.key.empty()) {
        const auto source = sourceOf(element);
        const FactsPtr parent = source ? m_names.byId(source->elementId) : nullptr;
        entry.type = parent ? typeOf(parent->key, column.key) : ValueType::Any;
    }
}

ValueType WorkbookColumns::typeOf(const Key &element, const std::string &columnId)
{
    const Entry &found = entry(element, columnId);
    return found.busy ? ValueType::Any : found.type;
}

const formula::BoundFormula *WorkbookColumns::bound(const Key &element, const std::string &columnId)
{
    const Entry &found = entry(element, columnId);
    return found.formula ? &*found.formula : nullptr;
}

ValueType WorkbookColumns::typeOfControl(const Object &control)
{
    const std::string type = controlType(control);
    if (type == "number" || type == "number-range" || type == "slider" || type == "range-slider" || type == "top-n")
        return ValueType::Number;
    if (type == "date" || type == "date-range")
        return ValueType::Date;
    if (type == "checkbox" || type == "switch")
        return ValueType::Logical;
    if (type == "text" || type == "text-area" || type == "drill")
        return ValueType::Text;
    const auto values = controlValueSource(control);
    if (!values)
        return ValueType::Any;
    if (values->manual)
        return values->valueType == "number" ? ValueType::Number : ValueType::Text;
    const FactsPtr element = m_names.byId(values->source.workbookElement());
    return element ? typeOf(element->key, values->columnId) : ValueType::Any;
}

// The element of a data model has its name outside the document; formulas write it as prefix.
std::optional<TableSource> WorkbookColumns::tableOf(const SourceView &source, const Object &owner)
{
    std::optional<TableSource> table = outsideTable(source, owner.id());
    if (!table || table->kind != TableSource::Kind::DataModel)
        return table;
    table->name = owner.name();
    for (const ColumnView &column : model::columnsOf(owner)) {
        for (const Token &token : tokenize(column.formula)) {
            const auto reference = readReference(column.formula, token);
            if (reference && reference->hasPrefix && foldName(reference->prefix) != "metrics" &&
                m_names.byName(foldName(reference->prefix)).empty()) {
                table->name = reference->prefix;
                return table;
            }
        }
    }
    return table;
}

std::optional<std::vector<Column>> WorkbookColumns::columnsOf(const SourceView &source, const Object &owner, int depth)
{
    if (depth > deepestSource)
        return std::nullopt;
    if (source.kind == SourceKind::Table || source.kind == SourceKind::Linked) {
        const FactsPtr element = m_names.byId(source.elementId);
        if (!element || !element->columnsListed)
            return std::nullopt;
        std::vector<Column> columns;
        for (const ColumnFacts &column : element->columns) {
            if (!column.name.empty())
                columns.push_back({column.name, typeOf(element->key, column.id)});
        }
        return columns;
    }
    if (source.kind == SourceKind::Union) {
        std::vector<Column> columns;
        const std::vector<UnionMatchView> matches = unionMatches(owner, source);
        for (const UnionMatchView &match : matches)
            columns.push_back({match.output, ValueType::Any});
        for (std::size_t part = 0; part < source.parts.size(); ++part) {
            const auto inner = columnsOf(source.parts[part], owner, depth + 1);
            for (std::size_t i = 0; inner && i < columns.size(); ++i) {
                const std::string &formula =
                    part < matches[i].columns.size() ? matches[i].columns[part] : std::string();
                const std::string name =
                    formula.size() > 2 && formula.front() == '[' ? formula.substr(1, formula.size() - 2) : formula;
                if (const Column *column = findColumn(*inner, name); column && columns[i].type == ValueType::Any)
                    columns[i].type = column->type;
            }
        }
        return columns.empty() ? std::nullopt : std::optional(columns);
    }
    const auto table = m_sources ? tableOf(source, owner) : std::nullopt; // finding its name reads all formulas
    return table ? m_sources->columnsOf(*table) : std::nullopt;
}

WorkbookScope::WorkbookScope(WorkbookColumns &columns, Key owner, TextSite site)
    : m_columns(columns)
    , m_owner(owner.empty() ? nullptr : columns.names().byKey(owner))
    , m_site(std::move(site))
{
}

Symbol WorkbookScope::columnSymbol(SymbolKind kind, const FactsPtr &element, const std::string &columnId,
                                   const ColumnReference &reference) const
{
    Symbol symbol;
    symbol.kind = kind;
    symbol.element = element->key;
    symbol.id = columnId;
    symbol.name = reference.name;
    symbol.prefix = reference.prefix;
    symbol.type = columnId.empty() ? ValueType::Any : m_columns.typeOf(element->key, columnId);
    return symbol;
}

Symbol WorkbookScope::controlSymbol(const FactsPtr &control) const
{
    Symbol symbol;
    symbol.kind = SymbolKind::Control;
    symbol.element = control->key;
    symbol.id = control->handle;
    symbol.name = control->name;
    symbol.isRange = isRangeControl(control->controlType);
    if (const Object *object = m_columns.workbook().element(control->key)) {
        symbol.type = m_columns.typeOfControl(*object);
        const FilterRule rule = filterRule(object->body(), true);
        symbol.isList = (rule.kind == "list" && !rule.single) || rule.kind == "hierarchy" || rule.kind == "legend";
    }
    return symbol;
}

// The element is what the owner reads, directly or as a leg of a join.
bool WorkbookScope::readsThroughSource(const FactsPtr &element) const
{
    if (!m_owner)
        return false;
    const SourceFacts &source = *m_owner->source;
    if (source.kind == FactsSource::Element || source.kind == FactsSource::Linked)
        return source.elementId == element->id;
    return std::any_of(source.legs.begin(), source.legs.end(),
                       [&](const SourceLeg &leg) { return leg.elementId == element->id; });
}

formula::Scope::Found WorkbookScope::resolve(const ColumnReference &reference) const
{
    const Reference written{reference.hasPrefix, reference.prefix, reference.name, {}, {}};
    const Resolution resolution = resolveReference(written, m_owner.get(), m_site, m_columns.names());
    Found found;
    switch (resolution.meaning) {
    case Meaning::OwnColumn:
        found.symbol = columnSymbol(SymbolKind::Sibling, m_owner, resolution.column, reference);
        return found;
    case Meaning::Control:
        found.symbol = controlSymbol(resolution.element);
        return found;
    case Meaning::Selection: {
        Symbol symbol;
        symbol.kind = SymbolKind::Selection;
        symbol.element = m_owner ? m_owner->key : Key();
        symbol.id = resolution.column;
        symbol.name = reference.name;
        symbol.prefix = reference.prefix;
        symbol.type = m_owner && !symbol.id.empty() ? m_columns.typeOf(m_owner->key, symbol.id) : ValueType::Any;
        found.symbol = std::move(symbol);
        return found;
    }
    case Meaning::Column:
    case Meaning::CardColumn: {
        const bool own = m_owner && resolution.element->key == m_owner->key;
        const bool source = !own && (resolution.viaLeg || readsThroughSource(resolution.element));
        found.symbol = columnSymbol(own      ? SymbolKind::Sibling
                                    : source ? SymbolKind::Source
                                             : SymbolKind::Element,
                                    resolution.element, resolution.column, reference);
        return found;
    }
    case Meaning::External:
        return outside(reference);
    case Meaning::UnknownPrefix:
        found.prefixUnknown = true;
        return found;
    case Meaning::UnknownColumn:
    case Meaning::UnknownName:
        return found;
    }
    Q_UNREACHABLE();
}

formula::Scope::Found WorkbookScope::outside(const ColumnReference &reference) const
{
    Found found;
    Symbol symbol;
    symbol.kind = foldName(reference.prefix) == "metrics" ? SymbolKind::Metric : SymbolKind::Source;
    symbol.name = reference.name;
    symbol.prefix = reference.prefix;
    const Object *owner = m_owner ? m_columns.workbook().element(m_owner->key) : nullptr;
    const auto source = owner ? sourceOf(*owner) : std::nullopt;
    if (symbol.kind == SymbolKind::Source && source) {
        const SourceView *part = &*source;
        if (source->kind == SourceKind::Join) {
            const auto leg = std::find_if(source->parts.begin(), source->parts.end(), [&](const SourceView &p) {
                const std::string &name = &p == &source->parts.front() ? source->name : p.name;
                return sameLoosely(name, reference.prefix) ||
                       sameLoosely(sourcePrefix(m_columns.workbook(), p), reference.prefix);
            });
            if (leg == source->parts.end()) {
                found.prefixUnknown = true;
                return found;
            }
            part = &*leg;
        }
        if (!reference.hasPrefix && m_owner->columnsListed)
            return found; // listed columns are all there are; the source's need their prefix
        if (const auto known = m_columns.columnsOf(*part, *owner)) {
            const Column *column = findColumn(*known, reference.name);
            if (!column)
                return found;
            symbol.type = column->type;
        }
    }
    found.symbol = std::move(symbol);
    return found;
}

std::vector<std::string> WorkbookScope::candidates(const ColumnReference &reference) const
{
    std::vector<std::string> out;
    const Workbook &workbook = m_columns.workbook();
    const Object *owner = m_owner ? workbook.element(m_owner->key) : nullptr;
    const auto add = [&](const std::string &prefix, const std::vector<Column> &columns) {
        for (const Column &column : columns)
            out.push_back(prefix.empty() ? column.name : prefix + '/' + column.name);
    };
    if (m_owner) {
        for (const ColumnFacts &column : m_owner->columns) {
            if (!column.name.empty())
                out.push_back(column.name);
        }
    }
    for (const std::string &handle : controlHandles(workbook))
        out.push_back(handle);
    if (const auto source = owner ? sourceOf(*owner) : std::nullopt) {
        add(sourcePrefix(workbook, *source), m_columns.columnsOf(*source, *owner).value_or(std::vector<Column>()));
        for (const SourceView &part : source->parts) {
            const bool primary = source->kind == SourceKind::Join && &part == &source->parts.front();
            const std::string &name = primary ? source->name : part.name;
            if (source->kind == SourceKind::Join)
                add(name, m_columns.columnsOf(part, *owner).value_or(std::vector<Column>()));
        }
    }
    if (!reference.hasPrefix)
        return out;
    for (const Object &element : workbook.elements) {
        const FactsPtr facts = out.size() < mostCandidates ? m_columns.names().byKey(element.key()) : nullptr;
        if (!facts || facts->name.empty())
            continue;
        for (const ColumnFacts &column : facts->columns)
            out.push_back(facts->name + '/' + column.name);
    }
    return out;
}

std::vector<std::string> circularPath(WorkbookColumns &columns, const Key &element, const std::string &columnId)
{
    using Place = std::pair<Key, std::string>;
    const Place start{element, columnId};
    std::set<Place> seen;
    std::vector<std::string> path;
    const std::function<bool(const Place &)> walk = [&](const Place &at) {
        const Object *object = columns.workbook().element(at.first);
        path.push_back(object ? columnName(*object, at.second) : at.second);
        if (const formula::BoundFormula *formula = columns.bound(at.first, at.second)) {
            for (const Symbol &symbol : formula::symbolsOf(formula->root)) {
                if (symbol.kind > SymbolKind::Element || symbol.id.empty())
                    continue;
                const Place next{symbol.element, symbol.id};
                if (next == start) {
                    path.push_back(path.front());
                    return true;
                }
                if (seen.insert(next).second && walk(next))
                    return true;
            }
        }
        path.pop_back();
        return false;
    };
    return walk(start) ? path : std::vector<std::string>();
}

} // namespace tessera::model::query
