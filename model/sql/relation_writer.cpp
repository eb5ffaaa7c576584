// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sql/relation_writer.h"

#include <algorithm>
#include <cctype>

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/formula/lexer.h"
#include "model/formula/scalar/rows.h"

namespace tessera::model::sql {

using formula::ValueType;
using query::Expression;
using query::ExpressionPtr;
using query::RelationPtr;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::sql::Emitter)
};

constexpr int deepest = 2000; // relations below one another

std::vector<RelationPtr> inputsOf(const RelationPtr &relation)
{
    if (const auto *project = query::as<query::Project>(relation))
        return {project->input};
    if (const auto *filter = query::as<query::Filter>(relation))
        return {filter->input};
    if (const auto *aggregate = query::as<query::Aggregate>(relation))
        return {aggregate->input};
    if (const auto *join = query::as<query::Join>(relation))
        return {join->left, join->right};
    if (const auto *unionAll = query::as<query::UnionAll>(relation))
        return unionAll->inputs;
    if (const auto *sort = query::as<query::Sort>(relation))
        return {sort->input};
    if (const auto *limit = query::as<query::Limit>(relation))
        return {limit->input};
    return {};
}

// "Orders Base" -> "orders_base": names of queries stay readable and need no thought anywhere.
std::string slug(const std::string &hint)
{
    std::string out;
    for (const char c : hint) {
        if (std::isalnum(static_cast<unsigned char>(c)))
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (!out.empty() && out.back() != '_')
            out += '_';
    }
    while (!out.empty() && out.back() == '_')
        out.pop_back();
    if (out.size() > 40)
        out.resize(40);
    return out.empty() ? "step" : std::isdigit(static_cast<unsigned char>(out.front())) ? "q_" + out : out;
}

} // namespace

RelationWriter::RelationWriter(WriterState &state, RelationPtr root)
    : m_state(state)
    , m_expressions(state)
    , m_layout{state.options.pretty}
    , m_root(std::move(root))
{
    countUses(m_root, 0);
}

void RelationWriter::countUses(const RelationPtr &relation, int depth)
{
    if (!relation || depth > deepest) {
        m_state.problem(Texts::tr("The query has too many steps."), Texts::tr("Shorten the chain of elements."));
        return;
    }
    if (++m_uses[relation.get()] > 1)
        return;
    if (const auto *scan = query::as<query::Scan>(relation))
        reserveName(scan->source);
    for (const RelationPtr &input : inputsOf(relation))
        countUses(input, depth + 1);
}

// A query in WITH would hide a table of its name.
void RelationWriter::reserveName(const query::TableSource &source)
{
    std::string name = m_state.options.tableText ? m_state.options.tableText(source) : std::string();
    if (name.empty())
        name = source.path.empty() ? source.name : source.path.back();
    const std::size_t dot = name.rfind('.');
    name = dot == std::string::npos ? name : name.substr(dot + 1);
    std::erase_if(name, [](char c) { return c == '"' || c == '`'; });
    m_names.insert(foldName(name));
}

std::string RelationWriter::statement()
{
    if (!m_state.problems.empty())
        return {};
    const SelectBlock block = compile(m_root);
    const std::string body = select(block, 0);
    std::string out;
    for (const std::string &query : m_queries)
        out += (out.empty() ? "WITH " : "," + m_layout.line(0)) + query;
    return out.empty() ? body : out + m_layout.line(0) + body;
}

std::string RelationWriter::select(const SelectBlock &block, int indent)
{
    return selectText(block, m_state.traits, m_layout, indent,
                      [this](const std::string &text, bool descending, bool nullsFirst) {
                          return m_expressions.orderKey(text, descending, nullsFirst);
                      });
}

std::string RelationWriter::addQuery(const std::string &hint, std::string body)
{
    const std::string base = slug(hint);
    std::string name = base;
    for (int n = 2; !m_names.insert(name).second; ++n)
        name = base + '_' + std::to_string(n);
    const std::string quoted = quotedName(m_state.traits, name);
    m_queries.push_back(quoted + " AS (" + (m_layout.pretty ? m_layout.line(4) : std::string()) + std::move(body) +
                        (m_layout.pretty ? "\n)" : ")"));
    return quoted;
}

BlockColumn RelationWriter::tableColumn(const query::Column &column, const std::string &alias, bool scanned) const
{
    const DialectTraits &traits = m_state.traits;
    BlockColumn out;
    out.name = column.name;
    out.type = column.type;
    out.real = quotedName(traits, column.name, !scanned);
    out.sql = {alias.empty() ? out.real : alias + '.' + out.real};
    const char *reading = column.type == ValueType::Text   ? traits.scannedText
                          : column.type == ValueType::Date ? traits.scannedDate
                                                           : "";
    if (scanned && *reading) {
        out.sql.text = filled(reading, out.sql.text);
        out.sql.atomic = isAtomicSql(out.sql.text);
    }
    return out;
}

SelectBlock RelationWriter::tableBlock(const std::string &name, const std::vector<BlockColumn> &columns,
                                       const std::string &hint) const
{
    SelectBlock block;
    block.source = SelectBlock::Source::Table;
    block.from = name;
    block.hint = hint;
    for (const BlockColumn &column : columns)
        block.columns.push_back(tableColumn({column.name, column.type}, {}, false));
    return block;
}

// The block as a query of its own, and a block that reads it.
SelectBlock RelationWriter::wrapped(SelectBlock block)
{
    const std::string name = addQuery(block.hint, select(block, 4));
    return tableBlock(name, block.columns, block.hint);
}

SelectBlock RelationWriter::compile(const RelationPtr &relation)
{
    if (const auto finished = m_finished.find(relation.get()); finished != m_finished.end())
        return finished->second;
    SelectBlock block = std::visit([&](const auto &operation) { return of(operation, *relation); }, relation->value);
    if (!relation->hint.empty())
        block.hint = relation->hint;
    const bool plain = query::as<query::Scan>(relation) && block.source == SelectBlock::Source::Table;
    const bool shared = m_uses[relation.get()] > 1;
    const bool named = !relation->hint.empty() && relation != m_root;
    if (!plain && (shared || (named && !block.isBareTable()))) {
        // A sorted query without a limit promises its order to whoever reads it next; that one sorts again.
        std::vector<BlockOrder> order = block.limit ? std::vector<BlockOrder>{} : block.order;
        const bool kept =
            std::all_of(order.begin(), order.end(), [](const BlockOrder &o) { return o.column.has_value(); });
        if (!block.limit && kept)
            block.order.clear();
        block = wrapped(std::move(block));
        if (kept)
            block.order = std::move(order);
    }
    if (shared)
        m_finished.emplace(relation.get(), block);
    return block;
}

ExpressionPlace RelationWriter::placeOf(const SelectBlock &block)
{
    ExpressionPlace place;
    place.column = [this, &block](const query::ColumnUse &use) {
        const int index = block.find(use.column);
        if (index >= 0)
            return block.columns[static_cast<std::size_t>(index)].sql;
        m_state.problem(Texts::tr("The plan has no column %1.").arg(toQString(use.column)));
        return Sql{"NULL"};
    };
    return place;
}

std::string RelationWriter::nullOf(ValueType type) const
{
    const std::string name = m_state.traits.typedNulls ? typeNameOf(m_state.traits, type) : "";
    return name.empty() ? "NULL" : "CAST(NULL AS " + name + ')';
}

// "?" for :p1, :p2 … outside of quotes and comments.
std::string RelationWriter::customSql(const query::TableSource &source)
{
    const std::string &text = source.statement;
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        std::size_t end = i + 1;
        if (c == '\'' || c == '"' || c == '`')
            end = std::min(text.find(c, i + 1), text.size() - 1) + 1;
        else if (text.compare(i, 2, "--") == 0)
            end = std::min(text.find('\n', i), text.size());
        else if (text.compare(i, 2, "/*") == 0)
            end = std::min(text.find("*/", i + 2), text.size() - 2) + 2;
        else if (text.compare(i, 2, ":p") == 0 && (i == 0 || text[i - 1] != ':')) {
            std::size_t number = 0;
            std::size_t at = i + 2;
            while (at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) && number < 100000)
                number = number * 10 + static_cast<std::size_t>(text[at++] - '0');
            if (number >= 1 && number <= source.parameters.size()) {
                out += m_expressions.parameter(source.parameters[number - 1]).text;
                i = at - 1;
                continue;
            }
        }
        for (const char piece : text.substr(i, end - i)) // a stray 0xFF would be taken for a mark
            out += piece == '\xFF' || piece == '\0' ? ' ' : piece;
        i = end - 1;
    }
    while (!out.empty() && (std::isspace(static_cast<unsigned char>(out.back())) || out.back() == ';'))
        out.pop_back();
    return out;
}

std::string RelationWriter::tableText(const query::TableSource &source, bool &derived)
{
    if (m_state.options.tableText) {
        std::string text = m_state.options.tableText(source);
        if (!text.empty())
            return text;
    }
    if (source.kind == query::TableSource::Kind::Sql) {
        derived = true;
        return '(' + m_layout.line(0) + customSql(source) + "\n)"; // the statement may end in a comment
    }
    std::string path;
    for (const std::string &part : source.path)
        path += (path.empty() ? "" : ".") + quotedName(m_state.traits, part, false);
    return path.empty() ? quotedName(m_state.traits, source.name.empty() ? source.elementId : source.name, false)
                        : path;
}

SelectBlock RelationWriter::of(const query::Scan &scan, const query::Relation &relation)
{
    SelectBlock block;
    bool derived = false;
    block.from = tableText(scan.source, derived);
    block.source = derived ? SelectBlock::Source::Derived : SelectBlock::Source::Table;
    block.scanned = true;
    block.hint = !relation.hint.empty()     ? relation.hint
                 : scan.source.path.empty() ? scan.source.name
                                            : scan.source.path.back();
    for (const query::Column &column : relation.columns)
        block.columns.push_back(tableColumn(column, {}, true));
    return block;
}

SelectBlock RelationWriter::of(const query::Limit &limit, const query::Relation &)
{
    SelectBlock block = compile(limit.input);
    if (block.whole)
        block = wrapped(std::move(block));
    const std::int64_t count = std::max<std::int64_t>(0, limit.count);
    block.limit = block.limit ? std::min(*block.limit, count) : count;
    return block;
}

SelectBlock RelationWriter::of(const query::UnionAll &unionAll, const query::Relation &relation)
{
    std::vector<SelectBlock> blocks;
    for (const RelationPtr &input : unionAll.inputs) {
        SelectBlock block = compile(input);
        block.order = block.limit ? block.order : std::vector<BlockOrder>{};
        if (block.limit || block.whole)
            block = wrapped(std::move(block));
        blocks.push_back(std::move(block));
    }
    SelectBlock out;
    out.hint = relation.hint.empty() ? "union" : relation.hint;
    for (std::size_t i = 0; i < relation.columns.size(); ++i) {
        const query::Column &column = relation.columns[i];
        for (SelectBlock &block : blocks) {
            if (i < block.columns.size())
                block.columns[i].name = column.name;
        }
        out.columns.push_back(tableColumn(column, {}, false));
    }
    out.whole = [this, blocks = std::move(blocks)](int indent) {
        std::string text;
        for (const SelectBlock &block : blocks)
            text += (text.empty() ? "" : m_layout.line(indent) + "UNION ALL" + m_layout.line(indent)) +
                    select(block, indent);
        return text;
    };
    return out;
}

SelectBlock RelationWriter::of(const query::Values &values, const query::Relation &relation)
{
    const query::Column column = relation.columns.empty() ? query::Column{values.name} : relation.columns.front();
    SelectBlock out;
    out.hint = relation.hint.empty() ? "list of values" : relation.hint;
    out.columns.push_back(tableColumn(column, {}, false));
    const std::string name = quotedName(m_state.traits, column.name);
    std::vector<std::string> rows;
    if (m_state.traits.dialect == Dialect::Sqlite && values.values.size() > 100) { // at most 500 parts of a union
        Json array = Json::array();
        for (const Value &value : values.values)
            array.push_back(formula::toJsonValue(value));
        rows = {"value AS " + name + m_layout.line(0) + "FROM json_each(" +
                m_expressions.parameter(Value(plainText(Value(array)))).text + ')'};
    } else {
        for (const Value &value : values.values)
            rows.push_back((value.isNull() ? nullOf(column.type) : m_expressions.parameter(value).text) + " AS " +
                           name);
    }
    const std::string none = nullOf(column.type) + " AS " + name;
    out.whole = [layout = m_layout, rows, none](int indent) {
        std::string text = rows.empty() ? "SELECT * FROM (SELECT " + none + ") AS t0 WHERE FALSE" : std::string();
        for (const std::string &row : rows)
            text += (text.empty() ? "SELECT " : layout.line(indent) + "UNION ALL SELECT ") + row;
        return text;
    };
    return out;
}

Statement emitSql(const RelationPtr &relation, Dialect dialect, const EmitOptions &options)
{
    Statement out;
    WriterState state{traitsOf(dialect), options};
    if (!relation) {
        out.problems.push_back({Texts::tr("There is nothing to query."), {}});
        return out;
    }
    std::string text = RelationWriter(state, relation).statement();
    finishParameters(state, text);
    out.columns = relation->columns;
    out.problems = std::move(state.problems);
    if (out.problems.empty()) {
        out.text = std::move(text);
        out.parameters = std::move(state.parameters);
    }
    return out;
}

} // namespace tessera::model::sql
