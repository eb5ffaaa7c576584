// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/names/facts.h"

#include <algorithm>
#include <set>

#include "model/formula/lexer.h"
#include "model/formula/template_scanner.h"
#include "model/names/json_read.h"

namespace tessera::model {

namespace {

constexpr std::size_t indexedFrom = 64; // columns

ColumnType declaredType(std::string_view type)
{
    return type == "text"       ? ColumnType::Text
           : type == "number"   ? ColumnType::Number
           : type == "datetime" ? ColumnType::Date
           : type == "checkbox" ? ColumnType::Logical
                                : ColumnType::Unknown;
}

void mention(std::string_view formula, const Tokens &tokens, std::vector<std::string> &mentions)
{
    for (const Token &token : tokens) {
        const auto reference = readReference(formula, token);
        if (reference && reference->hasPrefix)
            mentions.push_back(foldName(reference->prefix));
    }
}

ColumnFacts readColumn(const Json &column, std::vector<std::string> &mentions)
{
    ColumnFacts facts;
    facts.id = stringMember(column, "id");
    const Json &name = child(column, "name");
    facts.name = name.is_object() ? stringMember(name, "text") : stringOf(name);
    facts.named = !facts.name.empty();
    facts.computed = has(column, "formula") || has(column, "key");
    facts.type = declaredType(textAt(column, "type"));
    const std::string_view formula = textAt(column, "formula");
    if (!formula.empty()) {
        const Tokens tokens = tokenize(formula);
        mention(formula, tokens, mentions);
        if (!facts.named && tokens.size() == 1) {
            if (const auto reference = readReference(formula, tokens.front()))
                facts.name = reference->name;
        }
    }
    if (facts.type == ColumnType::Unknown && textAt(child(column, "format"), "kind") == "datetime")
        facts.type = ColumnType::Date;
    facts.fold = foldName(facts.name);
    return facts;
}

SourceLeg readLeg(std::string name, const Json &source)
{
    return {std::move(name), textAt(source, "kind") == "table" ? stringMember(source, "elementId") : std::string()};
}

void readJoin(const Json &source, SourceFacts &facts)
{
    facts.kind = FactsSource::Join;
    facts.legs.push_back(readLeg(stringMember(source, "name"), child(source, "primarySource")));
    for (const Json &join : items(source, "joins"))
        facts.legs.push_back(readLeg(stringMember(join, "name"), child(join, "right")));
}

void readUnion(const Json &source, SourceFacts &facts)
{
    facts.kind = FactsSource::Union;
    facts.prefix = stringMember(source, "name");
    for (const Json &part : items(source, "sources"))
        facts.legs.push_back(readLeg({}, part));
    for (const Json &match : items(source, "matches"))
        facts.outputs.push_back(stringMember(match, "outputColumnName"));
}

// Every element id below a source, however it is nested: joins of unions, value sources of controls.
void collectReads(const Json &value, std::vector<std::string> &reads, int depth = 0)
{
    if (depth > 12)
        return;
    if (value.is_object()) {
        const std::string_view kind = textAt(value, "kind");
        if (kind != "data-model") {
            for (const char *key : {"elementId", "from", "element"}) {
                if (const std::string_view id = textAt(value, key); !id.empty())
                    reads.emplace_back(id);
            }
        }
        for (const auto &[key, part] : value.items())
            collectReads(part, reads, depth + 1);
    } else if (value.is_array()) {
        for (const Json &part : value)
            collectReads(part, reads, depth + 1);
    }
}

void readPlugin(const Json &config, std::vector<std::string> &reads)
{
    if (!config.is_object())
        return;
    for (const auto &[key, value] : config.items()) {
        if (textAt(value, "kind") == "element")
            reads.push_back(stringMember(value, "elementId"));
    }
}

std::string written(const Json &value)
{
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// The keys a control of this type starts with. Those that only shape it (a scale, a comparison) follow in startOf.
std::vector<const char *> startKeys(std::string_view type)
{
    if (type == "number-range")
        return {"low", "high"};
    if (type == "range-slider")
        return {"min", "max"};
    if (type == "date-range")
        return {"value", "unit", "date", "startDate", "endDate"};
    if (type == "top-n")
        return {"rowCount", "percentile"};
    return {"value", "values"};
}

bool saysNothing(const Json &value)
{
    return value.is_null() || (value.is_structured() && value.empty()) ||
           (value.is_string() && textOf(value).empty()) || value == Json(false);
}

// What is chosen, in no order: a list of one value and a single choice let the same rows pass.
std::string chosen(const Json &body)
{
    std::set<std::string> values;
    for (const Json &value : items(body, "values"))
        values.insert(written(value));
    if (const Json &value = child(body, "value"); !saysNothing(value))
        values.insert(written(value));
    std::string text = values.empty() || textAt(body, "mode") != "exclude" ? "" : "exclude";
    for (const std::string &value : values)
        text += ' ' + value;
    return text;
}

std::string startOf(const Json &body, std::string_view type)
{
    if (type == "list" || type == "segmented")
        return chosen(body);
    Json start = Json::object();
    for (const char *key : startKeys(type)) {
        if (const Json &value = child(body, key); !saysNothing(value))
            start[key] = value;
    }
    if (start.empty())
        return {};
    for (const char *key : {"mode", "case", "includeToday", "rankingFunction"}) {
        if (has(body, key))
            start[key] = child(body, key);
    }
    return written(start);
}

void readControl(const Json &body, ElementFacts &facts)
{
    facts.handle = stringMember(body, "controlId");
    facts.controlType = stringMember(body, "controlType");
    ControlStart start;
    for (const Json &filter : items(body, "filters")) {
        facts.filters.push_back(stringMember(child(filter, "source"), "elementId"));
        if (!facts.filters.back().empty())
            start.targets.push_back(filterTarget(facts.filters.back(), textAt(filter, "columnId")));
    }
    if (start.targets.empty() || facts.controlType == "synced")
        return;
    start.value = startOf(body, facts.controlType);
    if (!start.value.empty())
        facts.start = std::move(start);
}

// A list filter without values lets everything pass.
bool isFiltered(const Json &body)
{
    const Json &filters = items(body, "filters");
    return std::any_of(filters.begin(), filters.end(), [](const Json &filter) {
        const Json &values = child(filter, "values");
        return filter.is_object() && !(values.is_array() && values.empty());
    });
}

std::string plainName(const Object &element)
{
    std::string name = element.name();
    return name.find_first_not_of(' ') == std::string::npos ? std::string() : name;
}

std::string looseFold(std::string fold)
{
    std::replace(fold.begin(), fold.end(), '_', ' ');
    return fold;
}

bool isSystemColumn(std::string_view id)
{
    return id == "ID" || id == "CREATED_AT" || id == "CREATED_BY" || id == "UPDATED_AT" || id == "UPDATED_BY";
}

// System columns are called by their ids when nothing else names them.
std::string looseFold(const ColumnFacts &column)
{
    return looseFold(!column.named && isSystemColumn(column.id) ? foldName(column.id) : column.fold);
}

} // namespace

std::string filterTarget(std::string_view elementId, std::string_view columnId)
{
    return std::string(elementId) + '\n' + std::string(columnId);
}

void ColumnPlaces::read(const std::vector<ColumnFacts> &columns)
{
    m_places.reset();
    if (columns.size() < indexedFrom)
        return;
    auto places = std::make_shared<Places>();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        places->ids.try_emplace(columns[i].id, i);
        places->folds.try_emplace(columns[i].fold, i);
        places->looseFolds.try_emplace(looseFold(columns[i]), i);
    }
    m_places = std::move(places);
}

const ColumnFacts *ElementFacts::columnById(std::string_view columnId) const
{
    if (places) {
        const auto found = places->ids.find(std::string(columnId));
        return found == places->ids.end() ? nullptr : &columns[found->second];
    }
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto &c) { return c.id == columnId; });
    return found == columns.end() ? nullptr : &*found;
}

const ColumnFacts *ElementFacts::columnByName(std::string_view columnName) const
{
    const std::string wanted = foldName(columnName);
    if (places) {
        if (const auto found = places->folds.find(wanted); found != places->folds.end())
            return &columns[found->second];
        const auto found = places->looseFolds.find(looseFold(wanted));
        return found == places->looseFolds.end() ? nullptr : &columns[found->second];
    }
    for (const ColumnFacts &column : columns) {
        if (column.fold == wanted)
            return &column;
    }
    const std::string loose = looseFold(wanted);
    for (const ColumnFacts &column : columns) {
        if (looseFold(column) == loose)
            return &column;
    }
    return nullptr;
}

bool ElementFacts::hasOpenColumns() const
{
    return !columnsListed || std::any_of(columns.begin(), columns.end(), [](const ColumnFacts &column) {
        return column.fold.empty() && !isSystemColumn(column.id);
    });
}

SourceFacts readSource(const Json &source)
{
    SourceFacts facts;
    const std::string_view kind = textAt(source, "kind");
    if (!source.is_object())
        return facts;
    facts.kind = FactsSource::Other;
    if (kind == "warehouse-table") {
        facts.kind = FactsSource::WarehouseTable;
        const Json &path = items(source, "path");
        facts.prefix = path.empty() ? std::string() : stringOf(path.back());
    } else if (kind == "table") {
        facts.kind = FactsSource::Element;
        facts.elementId = stringMember(source, "elementId");
        facts.groupingId = stringMember(source, "groupingId");
    } else if (kind == "linked") {
        facts.kind = FactsSource::Linked;
        facts.elementId = stringMember(source, "from");
    } else if (kind == "data-model") {
        facts.kind = FactsSource::DataModel;
    } else if (kind == "sql") {
        facts.kind = FactsSource::Sql;
    } else if (kind == "join") {
        readJoin(source, facts);
    } else if (kind == "union") {
        readUnion(source, facts);
    } else if (kind == "transpose") {
        facts.kind = FactsSource::Transpose;
        facts.elementId = stringMember(child(source, "source"), "elementId");
    } else if (kind == "empty") {
        facts.kind = FactsSource::Empty;
    }
    return facts;
}

ElementFacts readFacts(const Object &element)
{
    const Json &body = element.body();
    ElementFacts facts;
    facts.key = element.key();
    facts.id = element.id();
    facts.kind = element.kind();
    facts.name = plainName(element);
    facts.fold = foldName(facts.name);
    facts.columnsListed = child(body, "columns").is_array();
    for (const Json &column : items(body, "columns"))
        facts.columns.push_back(readColumn(column, facts.mentions));
    facts.places.read(facts.columns);
    const std::string_view text = textAt(body, "body");
    for (const TemplatePart &part : scanTemplates(text))
        mention(part.formula.in(text), tokenize(part.formula.in(text)), facts.mentions);
    std::sort(facts.mentions.begin(), facts.mentions.end());
    facts.mentions.erase(std::unique(facts.mentions.begin(), facts.mentions.end()), facts.mentions.end());
    for (const Json &grouping : items(body, "groupings"))
        facts.groupings.push_back(stringMember(grouping, "id"));
    facts.source = readSource(child(body, "source"));
    collectReads(child(body, "source"), facts.reads);
    for (const Json &column : items(body, "columns"))
        collectReads(child(column, "valuesFrom"), facts.reads);
    if (facts.kind == "control")
        readControl(body, facts);
    else
        facts.filtered = isFiltered(body);
    if (facts.kind == "plugin")
        readPlugin(child(body, "config"), facts.reads);
    for (const Json &action : items(body, "actions"))
        facts.actions.push_back(stringMember(action, "id"));
    for (const Json &field : items(body, "fields"))
        facts.fields.push_back(stringMember(field, "fieldId"));
    if (child(body, "tabs").is_array())
        facts.tabs = static_cast<int>(items(body, "tabs").size());
    return facts;
}

} // namespace tessera::model
