// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/query/sample_columns.h"

#include <algorithm>
#include <array>

#include "model/formula/lexer.h"
#include "model/formula/parser.h"
#include "model/formula/template_scanner.h"
#include "model/names/text_sites.h"
#include "model/query/workbook_scope.h"
#include "model/value/json_value.h"
#include "model/workbook/views/column_view.h"
#include "model/workbook/views/control_view.h"
#include "model/workbook/views/source_view.h"

namespace tessera::adapters {

namespace formula = model::formula;
using formula::ColumnReference;
using formula::NodePtr;
using formula::Operator;
using formula::ValueType;
using model::SourceKind;
using model::SourceView;
using model::query::TableSource;

namespace {

constexpr int longestChain = 12;

using Name = std::pair<std::string, std::string>; // folded: of the element or source, of the column

// What formulas say about one column.
struct Hints
{
    int number = 0, text = 0, date = 0, logical = 0;
    std::vector<model::Value> choices;

    void vote(ValueType type, int weight)
    {
        number += type == ValueType::Number ? weight : 0;
        text += type == ValueType::Text ? weight : 0;
        date += type == ValueType::Date ? weight : 0;
        logical += type == ValueType::Logical ? weight : 0;
    }
    void offer(const model::Value &value)
    {
        if (!value.isNull() && choices.size() < 20 && std::ranges::find(choices, value) == choices.end())
            choices.push_back(value);
    }
    bool merge(const Hints &other)
    {
        const Hints before = *this;
        number = std::max(number, other.number);
        text = std::max(text, other.text);
        date = std::max(date, other.date);
        logical = std::max(logical, other.logical);
        for (const model::Value &value : other.choices)
            offer(value);
        return number != before.number || text != before.text || date != before.date || logical != before.logical ||
               choices.size() != before.choices.size();
    }
    ValueType type() const
    {
        const int most = std::max({number, text, date, logical});
        return most == 0        ? ValueType::Any
               : most == number ? ValueType::Number
               : most == date   ? ValueType::Date
               : most == text   ? ValueType::Text
                                : ValueType::Logical;
    }
};

std::string keyOf(const TableSource &source)
{
    if (source.kind == TableSource::Kind::Warehouse) {
        std::string key = "w";
        for (const std::string &part : source.path)
            key += '\x1f' + model::foldName(part);
        return key;
    }
    if (source.kind == TableSource::Kind::DataModel)
        return "d\x1f" + source.dataModelId + '\x1f' + source.elementId;
    return "s\x1f" + source.elementId;
}

// The outside table a source is, by key; "" for others.
std::string keyOf(const SourceView &source, const std::string &owner)
{
    TableSource table;
    table.path = source.path;
    table.dataModelId = source.dataModelId;
    table.elementId = source.kind == SourceKind::Sql ? owner : source.elementId;
    switch (source.kind) {
    case SourceKind::Sql:
        table.kind = TableSource::Kind::Sql;
        return keyOf(table);
    case SourceKind::DataModel:
        table.kind = TableSource::Kind::DataModel;
        return keyOf(table);
    case SourceKind::WarehouseTable:
    case SourceKind::Other:
        return source.path.empty() ? std::string() : keyOf(table);
    default:
        return {};
    }
}

ValueType literalType(const NodePtr &node, model::Value &value)
{
    if (const auto *text = formula::as<formula::TextLiteral>(node)) {
        value = model::Value(text->value);
        return ValueType::Text;
    }
    if (const auto *number = formula::as<formula::NumberLiteral>(node)) {
        const model::Json json = model::Json::parse(number->text, nullptr, false);
        if (json.is_number())
            value = model::fromJson(json);
        return ValueType::Number;
    }
    if (formula::as<formula::LogicalLiteral>(node))
        return ValueType::Logical;
    const auto *call = formula::as<formula::Call>(node);
    return call && model::foldName(call->name) == "date" ? ValueType::Date : ValueType::Any;
}

// Reads all formulas of a workbook.
class Collector
{
public:
    explicit Collector(const model::Workbook &workbook) : m_workbook(workbook) {}

    std::map<std::string, std::vector<SampleColumn>> run()
    {
        for (const model::Object &element : m_workbook.elements)
            readElement(element);
        spread();
        std::map<std::string, std::vector<SampleColumn>> tables;
        for (auto &[key, wanted] : m_tables) {
            for (const auto &[name, where] : wanted.names)
                tables[key].push_back(column(name, where, wanted.entity));
        }
        agreeOnKeys(tables);
        return tables;
    }

private:
    struct Wanted
    {
        std::string entity;
        std::string table;                               // of a warehouse: its name there
        std::vector<std::pair<std::string, Name>> names; // as spelled there, and where its hints are
    };

    void readElement(const model::Object &element)
    {
        m_own = model::foldName(element.name());
        m_prefixes.clear();
        if (const auto source = model::sourceOf(element))
            readSource(*source, element, model::sourcePrefix(m_workbook, *source));
        // A metric that nobody knows is the sum of a column of its name.
        if (const auto source = model::sourceOf(element); source && source->kind == SourceKind::DataModel)
            m_prefixes["metrics"] = keyOf(*source, element.id());
        readColumns(element);
        model::visitTextSites(element.body(), element.kind(), [&](const model::TextSite &site) {
            const std::string host = site.scope == model::TextScope::SourceRows ? hostOf(site.path) : m_own;
            if (site.language == model::TextLanguage::Formula) {
                readFormula(site.text, host);
            } else if (site.language == model::TextLanguage::Template) {
                for (const auto &part : model::scanTemplates(site.text))
                    readFormula(part.formula.in(site.text), host);
            }
        });
        for (const auto &target :
             model::isControl(element) ? model::controlTargets(element) : std::vector<model::ControlTarget>())
            readTarget(element, target);
    }

    void readSource(const SourceView &source, const model::Object &element, const std::string &prefix)
    {
        const std::string key = keyOf(source, element.id());
        if (!key.empty()) {
            m_prefixes[model::foldName(prefix)] = key;
            m_pointers[source.pointer] = model::foldName(prefix);
            m_tables[key].entity = entityOfTable(source.path.empty() ? prefix : source.path.back());
            m_tables[key].table = source.path.empty() ? std::string() : source.path.back();
        }
        for (std::size_t i = 0; i < source.parts.size(); ++i) {
            const bool primary = source.kind == SourceKind::Join && i == 0;
            const std::string &name = source.parts[i].name;
            readSource(source.parts[i], element,
                       primary        ? source.name
                       : name.empty() ? model::sourcePrefix(m_workbook, source.parts[i])
                                      : name);
        }
    }

    // The prefix of the source whose rows a text of a composite source sees.
    std::string hostOf(const std::string &path) const
    {
        std::string best;
        std::size_t length = 0;
        for (const auto &[pointer, prefix] : m_pointers) {
            if (path.starts_with(pointer) && pointer.size() >= length) {
                best = prefix;
                length = pointer.size();
            }
        }
        return best;
    }

    void readColumns(const model::Object &element)
    {
        for (const model::ColumnView &view : model::columnsOf(element)) {
            const Name own{m_own, model::foldName(model::columnName(view))};
            if (view.formatKind == "number")
                m_hints[own].vote(ValueType::Number, 1);
            else if (view.formatKind == "datetime")
                m_hints[own].vote(ValueType::Date, 2);
            const auto parsed = formula::parse(view.formula);
            if (const auto *reference = formula::as<ColumnReference>(parsed.root))
                m_same.emplace(own, nameOf(*reference, m_own));
        }
    }

    Name nameOf(const ColumnReference &reference, const std::string &host) const
    {
        return {reference.hasPrefix ? model::foldName(reference.prefix) : host, model::foldName(reference.name)};
    }

    void readFormula(std::string_view text, const std::string &host)
    {
        const auto parsed = formula::parse(text);
        formula::visit(parsed.root, [&](const NodePtr &node) {
            if (const auto *reference = formula::as<ColumnReference>(node))
                want(*reference, host);
            else if (const auto *call = formula::as<formula::Call>(node))
                readCall(*call, host);
            else if (const auto *binary = formula::as<formula::Binary>(node))
                readBinary(*binary, host);
        });
    }

    void want(const ColumnReference &reference, const std::string &host)
    {
        const Name name = nameOf(reference, host);
        const auto prefix = m_prefixes.find(name.first);
        if (prefix == m_prefixes.end())
            return;
        if (name.first == "metrics")
            m_hints[name].vote(ValueType::Number, 1);
        Wanted &table = m_tables[prefix->second];
        const std::string spelled = model::query::warehouseSpelling(reference.name, table.table);
        const auto same = [&](const auto &known) { return model::foldName(known.first) == model::foldName(spelled); };
        if (std::ranges::none_of(table.names, same))
            table.names.emplace_back(spelled, name);
    }

    void readCall(const formula::Call &call, const std::string &host)
    {
        const formula::Function *function = formula::FunctionCatalogue::shipped().find(call.name);
        for (std::size_t i = 0; function && i < call.arguments.size(); ++i) {
            const auto *reference = formula::as<ColumnReference>(call.arguments[i]);
            const formula::Parameter *parameter = function->parameterAt(static_cast<int>(i));
            if (reference && parameter && parameter->types.size() == 1)
                m_hints[nameOf(*reference, host)].vote(parameter->types.front(), 3);
        }
    }

    void readBinary(const formula::Binary &binary, const std::string &host)
    {
        const bool arithmetic = binary.op == Operator::Multiply || binary.op == Operator::Divide ||
                                binary.op == Operator::Modulo || binary.op == Operator::Power ||
                                binary.op == Operator::Add || binary.op == Operator::Subtract;
        const bool compares = binary.op >= Operator::Equal && binary.op <= Operator::GreaterEqual;
        const std::pair<NodePtr, NodePtr> sides[] = {{binary.left, binary.right}, {binary.right, binary.left}};
        for (const auto &[side, other] : sides) {
            const auto *reference = formula::as<ColumnReference>(side);
            if (!reference)
                continue;
            Hints &hints = m_hints[nameOf(*reference, host)];
            if (arithmetic)
                hints.vote(ValueType::Number, binary.op == Operator::Subtract ? 1 : 3);
            else if (binary.op == Operator::Concatenate)
                hints.vote(ValueType::Text, 1);
            model::Value value;
            const ValueType literal = compares ? literalType(other, value) : ValueType::Any;
            hints.vote(literal, 3);
            if (literal == ValueType::Text || binary.op == Operator::Equal)
                hints.offer(value);
        }
    }

    // What a control filters has the values the control offers, and a date control filters dates.
    void readTarget(const model::Object &control, const model::ControlTarget &target)
    {
        const model::Object *table = nullptr;
        for (const model::Object &element : m_workbook.elements) {
            if (element.id() == target.source.elementId)
                table = &element;
        }
        if (!table)
            return;
        Hints &hints =
            m_hints[{model::foldName(table->name()), model::foldName(model::columnName(*table, target.columnId))}];
        const std::string type = model::controlType(control);
        if (type.starts_with("date"))
            hints.vote(ValueType::Date, 3);
        else if (type == "checkbox" || type == "switch")
            hints.vote(ValueType::Logical, 3);
        else if (type == "slider" || type.starts_with("number") || type == "range-slider")
            hints.vote(ValueType::Number, 3);
        else if (type == "list" || type == "segmented" || type.starts_with("text"))
            hints.vote(ValueType::Text, 1);
        const auto values = model::controlValueSource(control);
        if (!values || !values->manual || type == "slider")
            return;
        for (const model::Json &value : values->values) {
            if (value.is_string())
                hints.offer(model::Value(model::stringOf(value)));
        }
    }

    // A column that merely repeats another one passes on what is known of it.
    void spread()
    {
        bool news = true;
        for (int round = 0; round < longestChain && news; ++round) {
            news = false;
            for (const auto &[name, source] : m_same) {
                if (const auto known = m_hints.find(name); known != m_hints.end()) {
                    const Hints hints = known->second;
                    news = m_hints[source].merge(hints) || news;
                }
            }
        }
    }

    SampleColumn column(const std::string &name, const Name &where, const std::string &tableEntity) const
    {
        SampleColumn made;
        made.name = name;
        if (const auto hints = m_hints.find(where); hints != m_hints.end()) {
            made.type = hints->second.type();
            made.choices = hints->second.choices;
        }
        made.entity = entityOf(name);
        if (made.entity == "id")
            made.entity = tableEntity;
        made.isKey = !made.entity.empty() && made.entity == tableEntity;
        return made;
    }

    // Keys that name the same things are of one type in every table, else no join would find anything.
    static void agreeOnKeys(std::map<std::string, std::vector<SampleColumn>> &tables)
    {
        std::map<std::string, bool> texts;
        for (const auto &[key, columns] : tables) {
            for (const SampleColumn &column : columns) {
                if (!column.entity.empty())
                    texts[column.entity] = texts[column.entity] || column.type == ValueType::Text;
            }
        }
        for (auto &[key, columns] : tables) {
            for (SampleColumn &column : columns) {
                if (!column.entity.empty())
                    column.type = texts[column.entity] ? ValueType::Text : ValueType::Number;
            }
        }
    }

    const model::Workbook &m_workbook;
    std::map<Name, Hints> m_hints;
    std::map<Name, Name> m_same;
    std::map<std::string, Wanted> m_tables; // by key
    // Of the element at hand:
    std::string m_own;
    std::map<std::string, std::string> m_prefixes; // folded -> table
    std::map<std::string, std::string> m_pointers; // of sources -> folded prefix
};

std::vector<std::string> wordsOf(std::string_view name)
{
    std::vector<std::string> words(1);
    for (const char c : model::foldName(name)) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (letter)
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

} // namespace

std::string entityOf(std::string_view column)
{
    const std::vector<std::string> words = wordsOf(column);
    if (words.empty() || (words.back() != "id" && words.back() != "key"))
        return {};
    if (words.size() == 1)
        return "id";
    std::string entity;
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
        entity += words[i];
    return entity;
}

std::string entityOfTable(std::string_view table)
{
    std::string entity;
    for (const std::string &word : wordsOf(table))
        entity += word == "dim" || word == "fact" || word == "fct" ? std::string() : word;
    if (entity.ends_with("ies") && entity.size() > 4)
        return entity.substr(0, entity.size() - 3) + "y";
    if (entity.ends_with("s") && !entity.ends_with("ss"))
        entity.pop_back();
    return entity;
}

const std::vector<SampleColumn> *SampleCatalogue::columnsOf(const TableSource &source) const
{
    std::call_once(m_read, [this] { m_tables = Collector(m_workbook).run(); });
    const auto found = m_tables.find(keyOf(source));
    return found == m_tables.end() || found->second.empty() ? nullptr : &found->second;
}

} // namespace tessera::adapters
