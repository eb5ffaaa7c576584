// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include <QCoreApplication>

#include "model/formula/lexer.h"
#include "model/sql/relation_writer.h"

// Project, Filter, Aggregate, Join and Sort: what may share a SELECT with what stands below.

namespace tessera::model::sql {

using formula::ValueType;
using query::Expression;
using query::ExpressionPtr;
using query::RelationPtr;

namespace {

using UseCounts = std::map<std::string, int>;

void countColumns(const ExpressionPtr &expression, UseCounts &uses);

void countAll(const std::vector<ExpressionPtr> &expressions, UseCounts &uses)
{
    for (const ExpressionPtr &expression : expressions)
        countColumns(expression, uses);
}

void countColumns(const ExpressionPtr &expression, UseCounts &uses)
{
    if (const auto *use = query::as<query::ColumnUse>(expression)) {
        ++uses[foldName(use->column)];
    } else if (const auto *call = query::as<query::FunctionCall>(expression)) {
        countAll(call->arguments, uses);
    } else if (const auto *operation = query::as<query::Operation>(expression)) {
        countAll(operation->operands, uses);
    } else if (const auto *access = query::as<query::VariantAccess>(expression)) {
        countColumns(access->base, uses);
    } else if (const auto *oneOf = query::as<query::OneOf>(expression)) {
        countColumns(oneOf->base, uses);
    } else if (const auto *window = query::as<query::Window>(expression)) {
        // Arguments, keys and order may each be written several times.
        for (int i = 0; i < 2; ++i) {
            countAll(window->call.arguments, uses);
            countAll(window->partitionBy, uses);
            for (const query::OrderKey &key : window->orderBy)
                countColumns(key.expression, uses);
        }
    }
}

bool hasWindow(const ExpressionPtr &expression)
{
    const auto any = [](const std::vector<ExpressionPtr> &list) {
        return std::any_of(list.begin(), list.end(), hasWindow);
    };
    if (query::as<query::Window>(expression))
        return true;
    if (const auto *call = query::as<query::FunctionCall>(expression))
        return any(call->arguments);
    if (const auto *operation = query::as<query::Operation>(expression))
        return any(operation->operands);
    if (const auto *access = query::as<query::VariantAccess>(expression))
        return hasWindow(access->base);
    const auto *oneOf = query::as<query::OneOf>(expression);
    return oneOf && hasWindow(oneOf->base);
}

bool isPlain(const ExpressionPtr &expression)
{
    return query::as<query::ColumnUse>(expression) || query::as<query::Constant>(expression);
}

// Whether a computed column of the block would be computed more often than once, `already` times counted.
bool repeats(const SelectBlock &block, const UseCounts &uses, int already = 0)
{
    return std::any_of(block.columns.begin(), block.columns.end(), [&](const BlockColumn &column) {
        const auto it = column.simple ? uses.end() : uses.find(foldName(column.name));
        return it != uses.end() && it->second + already > 1;
    });
}

bool isOpen(const SelectBlock &block) // rows as they come, so that conditions and groups can be added
{
    return !block.grouped && !block.windowed && !block.limit && !block.whole;
}

} // namespace

void RelationWriter::withHelpers(SelectBlock &block, ExpressionPlace &place, const std::function<void()> &write,
                                 const std::function<void()> &reset)
{
    HelperColumns helpers;
    place.helpers = &helpers;
    write();
    if (!helpers.texts.empty()) {
        SelectBlock below = block;
        for (std::size_t i = 0; i < helpers.texts.size(); ++i) {
            BlockColumn column;
            column.name = HelperColumns::name(i);
            column.sql = {helpers.texts[i]};
            below.columns.push_back(std::move(column));
        }
        below.order.clear();
        block = wrapped(std::move(below));
        helpers.named = true;
        reset();
        write();
    }
    place.helpers = nullptr;
}

SelectBlock RelationWriter::of(const query::Project &project, const query::Relation &relation)
{
    SelectBlock block = compile(project.input);
    UseCounts uses;
    bool windows = false;
    bool plain = true;
    for (const query::NamedExpression &item : project.items) {
        if (!query::as<query::ColumnUse>(item.expression)) {
            countColumns(item.expression, uses);
            countColumns(item.expression, uses); // inside something larger: never written again
            plain = false;
        }
        windows = windows || hasWindow(item.expression);
    }
    const bool dropsKeys = block.grouped && (!plain || project.items.size() < block.columns.size());
    if (block.whole || dropsKeys || (block.windowed && !plain) || (windows && (block.limit || block.grouped)) ||
        repeats(block, uses))
        block = wrapped(std::move(block));
    std::vector<BlockColumn> columns;
    ExpressionPlace place = placeOf(block);
    const auto write = [&] {
        for (std::size_t i = 0; i < project.items.size(); ++i) {
            const query::NamedExpression &item = project.items[i];
            BlockColumn column;
            column.name = item.name;
            column.type = i < relation.columns.size() ? relation.columns[i].type : ValueType::Any;
            const auto *use = query::as<query::ColumnUse>(item.expression);
            const auto *constant = query::as<query::Constant>(item.expression);
            const int index = use ? block.find(use->column) : -1;
            column.simple = constant || (index >= 0 && block.columns[static_cast<std::size_t>(index)].simple);
            if (index >= 0)
                column.real = block.columns[static_cast<std::size_t>(index)].real;
            column.key = index >= 0 && block.columns[static_cast<std::size_t>(index)].key;
            column.sql = constant && constant->value.isNull() ? Sql{nullOf(column.type)}
                                                              : m_expressions.write(item.expression, place);
            columns.push_back(std::move(column));
        }
    };
    withHelpers(block, place, write, [&] { columns.clear(); });
    // An order below goes on when its columns do; otherwise it is written as what it stands for.
    for (BlockOrder &order : block.order) {
        if (!order.column)
            continue;
        const std::string &name = block.columns[*order.column].name;
        const auto same =
            std::find_if(project.items.begin(), project.items.end(), [&](const query::NamedExpression &item) {
                const auto *use = query::as<query::ColumnUse>(item.expression);
                return use && foldName(use->column) == foldName(name);
            });
        order.text = block.columns[*order.column].sql.text;
        order.column = same == project.items.end()
                           ? std::nullopt
                           : std::optional(static_cast<std::size_t>(same - project.items.begin()));
    }
    block.columns = std::move(columns);
    block.windowed = block.windowed || windows;
    return block;
}

SelectBlock RelationWriter::of(const query::Filter &filter, const query::Relation &)
{
    SelectBlock block = compile(filter.input);
    UseCounts uses;
    countColumns(filter.condition, uses);
    if (!isOpen(block) || repeats(block, uses, 1))
        block = wrapped(std::move(block));
    const ExpressionPlace place = placeOf(block);
    for (std::string &condition : m_expressions.conditions(filter.condition, place))
        block.where.push_back(std::move(condition));
    return block;
}

SelectBlock RelationWriter::of(const query::Aggregate &aggregate, const query::Relation &relation)
{
    const auto *sort = query::as<query::Sort>(aggregate.input);
    const bool sorted = sort && m_uses[aggregate.input.get()] == 1 && aggregate.input->hint.empty();
    SelectBlock block = compile(sorted ? sort->input : aggregate.input);
    UseCounts uses;
    for (const auto *items : {&aggregate.keys, &aggregate.aggregates}) {
        for (const query::NamedExpression &item : *items)
            countColumns(item.expression, uses);
    }
    if (!isOpen(block) || repeats(block, uses))
        block = wrapped(std::move(block));
    block.order.clear();
    std::vector<BlockColumn> columns;
    ExpressionPlace place = placeOf(block);
    const auto write = [&] {
        place.partition.clear();
        place.orderCodes.clear();
        place.orderValues.clear();
        place.order = sorted ? m_expressions.orderKeys(sort->keys, place) : std::string();
        for (const query::OrderKey &key : sorted ? sort->keys : std::vector<query::OrderKey>()) {
            place.orderCodes += key.descending ? (key.nullsFirst ? 'D' : 'd') : (key.nullsFirst ? 'A' : 'a');
            place.orderValues +=
                (place.orderValues.empty() ? "" : ", ") + m_expressions.write(key.expression, place).text;
        }
        for (const query::NamedExpression &key : aggregate.keys) {
            Sql sql = m_expressions.write(key.expression, place);
            if (!constantOf(key.expression))
                place.partition += (place.partition.empty() ? "" : ", ") + sql.text;
            columns.push_back({key.name, std::move(sql), false, true});
        }
        ExpressionPlace grouped = place;
        grouped.grouped = true;
        for (const query::NamedExpression &item : aggregate.aggregates)
            columns.push_back({item.name, m_expressions.write(item.expression, grouped), false, false});
    };
    withHelpers(block, place, write, [&] { columns.clear(); });
    for (std::size_t i = 0; i < columns.size() && i < relation.columns.size(); ++i)
        columns[i].type = relation.columns[i].type;
    block.columns = std::move(columns);
    block.grouped = true;
    return block;
}

void RelationWriter::sortInto(SelectBlock &block, const std::vector<query::OrderKey> &keys)
{
    const ExpressionPlace place = placeOf(block);
    block.order.clear();
    for (const query::OrderKey &key : keys) {
        if (constantOf(key.expression))
            continue;
        BlockOrder order{{}, {}, key.descending, key.nullsFirst};
        const auto *use = query::as<query::ColumnUse>(key.expression);
        const int index = use ? block.find(use->column) : -1;
        if (index >= 0)
            order.column = static_cast<std::size_t>(index);
        else
            order.text = m_expressions.write(key.expression, place).text;
        block.order.push_back(std::move(order));
    }
}

SelectBlock RelationWriter::of(const query::Sort &sort, const query::Relation &)
{
    SelectBlock block = compile(sort.input);
    UseCounts uses;
    bool plain = true;
    for (const query::OrderKey &key : sort.keys) {
        if (!isPlain(key.expression)) {
            countColumns(key.expression, uses);
            plain = false;
        }
    }
    if (block.limit || block.whole || (!plain && (block.grouped || block.windowed)) || repeats(block, uses, 1))
        block = wrapped(std::move(block));
    sortInto(block, sort.keys);
    return block;
}

RelationWriter::Side RelationWriter::side(SelectBlock block)
{
    if (!block.isBareTable()) {
        if (!block.limit)
            block.order.clear();
        block = wrapped(std::move(block));
    }
    const std::string alias = 't' + std::to_string(++m_aliases);
    Side out{block.from + " AS " + alias, {}};
    for (const BlockColumn &column : block.columns) {
        // A bare table may have been given other names by a Project.
        BlockColumn own = column;
        const std::string &text = column.sql.text;
        const std::size_t at = column.real.empty() ? std::string::npos : text.find(column.real);
        own.sql.text = at == std::string::npos ? text : text.substr(0, at) + alias + '.' + text.substr(at);
        out.columns.push_back(std::move(own));
    }
    return out;
}

ExpressionPlace RelationWriter::joinPlace(const std::vector<BlockColumn> &left, const std::vector<BlockColumn> &right)
{
    ExpressionPlace place;
    auto sides = std::make_shared<std::array<SelectBlock, 2>>();
    (*sides)[0].columns = left;
    (*sides)[1].columns = right;
    place.column = [this, sides](const query::ColumnUse &use) {
        return placeOf((*sides)[use.input == 0 ? 0 : 1]).column(use);
    };
    return place;
}

bool RelationWriter::needsEmulation(const query::Join &join) const
{
    const auto isEquality = [](const ExpressionPtr &part) {
        const auto *operation = query::as<query::Operation>(part);
        return operation && operation->op == formula::Operator::Equal;
    };
    if (join.type != query::JoinType::Full || m_state.traits.fullJoin == DialectTraits::FullJoin::Native)
        return false;
    if (m_state.traits.fullJoin == DialectTraits::FullJoin::None || join.nullsMatch)
        return true;
    std::vector<ExpressionPtr> open = {join.condition};
    while (!open.empty()) {
        const ExpressionPtr part = open.back();
        open.pop_back();
        const auto *operation = query::as<query::Operation>(part);
        if (operation && operation->op == formula::Operator::And)
            open.insert(open.end(), operation->operands.begin(), operation->operands.end());
        else if (!isEquality(part))
            return true;
    }
    return false;
}

// Rows of the left with what they match, then the rows of the right that nothing matches.
SelectBlock RelationWriter::emulatedFullJoin(const query::Join &join, const Side &left, const Side &right,
                                             const std::vector<BlockColumn> &named)
{
    std::string condition;
    for (const std::string &part :
         m_expressions.conditions(join.condition, joinPlace(left.columns, right.columns), join.nullsMatch))
        condition += (condition.empty() ? "" : " AND ") + part;
    SelectBlock first;
    first.source = SelectBlock::Source::Joined;
    first.from = left.from + m_layout.line(4) + "LEFT JOIN " + right.from + " ON " + condition;
    SelectBlock second;
    second.source = SelectBlock::Source::Joined;
    second.from = right.from;
    second.where = {"NOT EXISTS (SELECT 1 FROM " + left.from + " WHERE " + condition + ')'};
    first.columns = left.columns;
    for (const BlockColumn &column : left.columns) {
        BlockColumn empty = column;
        empty.sql = {nullOf(column.type)};
        second.columns.push_back(std::move(empty));
    }
    for (const BlockColumn &column : named) {
        first.columns.push_back(column);
        second.columns.push_back(column);
    }
    SelectBlock out;
    out.hint = "joined";
    for (const BlockColumn &column : first.columns)
        out.columns.push_back(tableColumn({column.name, column.type}, {}, false));
    out.whole = [this, first, second](int indent) {
        return select(first, indent) + m_layout.line(indent) + "UNION ALL" + m_layout.line(indent) +
               select(second, indent);
    };
    return out;
}

SelectBlock RelationWriter::of(const query::Join &join, const query::Relation &)
{
    SelectBlock left = compile(join.left);
    const bool oneSided = join.type == query::JoinType::Inner || join.type == query::JoinType::Left ||
                          join.type == query::JoinType::Cross;
    const bool chained =
        left.source == SelectBlock::Source::Joined && isOpen(left) && oneSided &&
        std::all_of(left.columns.begin(), left.columns.end(), [](const BlockColumn &c) { return c.simple; });
    SelectBlock out;
    out.source = SelectBlock::Source::Joined;
    out.hint = left.hint;
    Side leftSide = chained ? Side{left.from, left.columns} : side(std::move(left));
    out.where = chained ? left.where : std::vector<std::string>();
    Side right = side(compile(join.right));
    std::vector<BlockColumn> named = right.columns;
    for (std::size_t i = 0; i < named.size() && i < join.rightNames.size(); ++i)
        named[i].name = join.rightNames[i];
    static const char *words[] = {"INNER JOIN ", "LEFT JOIN ", "RIGHT JOIN ", "FULL JOIN ", "CROSS JOIN "};
    if (needsEmulation(join))
        return emulatedFullJoin(join, leftSide, right, named);
    out.from = leftSide.from + m_layout.line(4) + words[static_cast<int>(join.type)] + right.from;
    if (join.type != query::JoinType::Cross) {
        std::string condition;
        for (const std::string &part :
             m_expressions.conditions(join.condition, joinPlace(leftSide.columns, right.columns), join.nullsMatch))
            condition += (condition.empty() ? "" : " AND ") + part;
        out.from += " ON " + condition;
    }
    out.columns = std::move(leftSide.columns);
    out.columns.insert(out.columns.end(), named.begin(), named.end());
    return out;
}

} // namespace tessera::model::sql
