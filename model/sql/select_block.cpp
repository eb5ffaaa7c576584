// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sql/select_block.h"

#include <algorithm>

#include "model/formula/lexer.h"

namespace tessera::model::sql {

bool SelectBlock::isBareTable() const
{
    return (source == Source::Table || source == Source::Derived) && where.empty() && !grouped && !windowed && !limit &&
           !whole &&
           std::all_of(columns.begin(), columns.end(), [](const BlockColumn &column) { return !column.real.empty(); });
}

int SelectBlock::find(std::string_view name) const
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == name)
            return static_cast<int>(i);
    }
    const std::string wanted = foldName(name);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (foldName(columns[i].name) == wanted)
            return static_cast<int>(i);
    }
    return -1;
}

namespace {

std::string itemText(const BlockColumn &column, const DialectTraits &traits)
{
    const std::string name = quotedName(traits, column.name);
    const std::string &text = column.sql.text;
    const bool same = text == name || (column.sql.atomic && !column.real.empty() && text.ends_with('.' + name));
    return same ? text : text + " AS " + name;
}

std::string groupPositions(const SelectBlock &block)
{
    std::string out;
    for (std::size_t i = 0; i < block.columns.size(); ++i) {
        if (block.columns[i].key)
            out += (out.empty() ? "" : ", ") + std::to_string(i + 1);
    }
    return out;
}

} // namespace

std::string selectText(const SelectBlock &block, const DialectTraits &traits, const Layout &layout, int indent,
                       const std::function<std::string(const std::string &, bool, bool)> &orderKey)
{
    if (block.whole)
        return block.whole(indent);
    std::string out = "SELECT";
    const char *separator = "";
    for (const BlockColumn &column : block.columns) {
        out += separator + layout.line(indent + 4) + itemText(column, traits);
        separator = ",";
    }
    if (block.columns.empty())
        out += " 1";
    if (block.source != SelectBlock::Source::None)
        out +=
            layout.line(indent) + "FROM " + block.from + (block.source == SelectBlock::Source::Derived ? " AS t0" : "");
    const char *keyword = "WHERE ";
    for (const std::string &condition : block.where) {
        out += layout.line(indent + (keyword[0] == 'A' ? 2 : 0)) + keyword + condition;
        keyword = "AND ";
    }
    // By position: a key that holds a parameter is another expression each time it is written.
    if (const std::string positions = groupPositions(block); block.grouped && !positions.empty())
        out += layout.line(indent) + "GROUP BY " + positions;
    std::string order;
    for (const BlockOrder &key : block.order) {
        const std::string text = key.column ? quotedName(traits, block.columns[*key.column].name) : key.text;
        order += (order.empty() ? "" : ", ") + orderKey(text, key.descending, key.nullsFirst);
    }
    if (!order.empty())
        out += layout.line(indent) + "ORDER BY " + order;
    if (block.limit)
        out += layout.line(indent) + "LIMIT " + std::to_string(*block.limit);
    return out;
}

} // namespace tessera::model::sql
