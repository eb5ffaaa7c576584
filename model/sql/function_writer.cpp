// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/formula/lexer.h"
#include "model/sql/expression_writer.h"
#include "model/sql/formula_row.h"

namespace tessera::model::sql {

using formula::FunctionKind;
using formula::ValueType;
using query::Expression;
using query::ExpressionPtr;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::sql::Emitter)
};

bool makesDate(const std::string &name)
{
    return name == "Date" || name == "DateTime" || name == "DateParse" || name == "MakeDate";
}

bool hasParameter(const ExpressionPtr &expression)
{
    const auto *constant = query::as<query::Constant>(expression);
    return constant && constant->parameter;
}

// Constant texts of the parameters with choices, and the type of the first other argument.
CallShape shapeOf(const query::FunctionCall &call)
{
    CallShape shape;
    shape.arguments = call.arguments.size();
    bool typed = false;
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
        const formula::Parameter *parameter = call.function->parameterAt(static_cast<int>(i));
        const bool choice = parameter && !parameter->choices.empty();
        const auto value = choice || !typed ? constantOf(call.arguments[i]) : std::nullopt;
        if (choice && value && value->isText()) {
            shape.choices.push_back(foldName(value->text()));
        } else if (!typed && call.arguments[i]) {
            shape.type = call.arguments[i]->type;
            typed = true;
        }
    }
    return shape;
}

// Whether computing an argument once more costs nothing worth speaking of.
bool isCheap(const ExpressionPtr &expression)
{
    return query::as<query::ColumnUse>(expression) || query::as<query::Constant>(expression);
}

char typeLetter(ValueType type)
{
    switch (type) {
    case ValueType::Text:
        return 't';
    case ValueType::Number:
        return 'n';
    case ValueType::Logical:
        return 'l';
    case ValueType::Date:
        return 'd';
    case ValueType::Variant:
        return 'v';
    default:
        return 'a';
    }
}

// The rows of a moving window, counted from the current one; none when its bounds are not fixed. They are given as rows
// before and rows after; negative ones turn round.
std::optional<std::pair<std::int64_t, std::int64_t>> frameOf(const query::FunctionCall &call)
{
    const std::size_t first = call.function->name == "MovingCorr" ? 2 : 1;
    const auto bound = [&](std::size_t index) -> std::optional<std::int64_t> {
        if (index >= call.arguments.size())
            return 0;
        const auto value = constantOf(call.arguments[index]);
        return value && value->isNumber() ? std::optional(static_cast<std::int64_t>(value->number())) : std::nullopt;
    };
    const auto above = bound(first);
    const auto below = bound(first + 1);
    return above && below ? std::optional(std::pair(-*above, *below)) : std::nullopt;
}

bool isEmptyFrame(const query::FunctionCall &call)
{
    const auto bounds = call.function->name.starts_with("Moving") ? frameOf(call) : std::nullopt;
    return bounds && bounds->first > bounds->second;
}

} // namespace

Sql ExpressionWriter::impossible(const query::FunctionCall &call, const std::string &reason)
{
    m_state.problem(Texts::tr("%1 has no way to express %2.")
                        .arg(QLatin1String(m_state.traits.title), toQString(call.function->name)),
                    toQString(reason));
    return {"NULL"};
}

Sql ExpressionWriter::of(const query::FunctionCall &call, const Expression &expression, const ExpressionPlace &place)
{
    if (!call.function)
        return {"NULL"};
    const FunctionKind kind = call.function->kind;
    const bool aggregate = kind == FunctionKind::Aggregate || kind == FunctionKind::PassthroughAggregate;
    const bool window = kind == FunctionKind::Window && place.over.empty();
    if (window || kind == FunctionKind::Total || kind == FunctionKind::Lookup ||
        (aggregate && !place.grouped && place.over.empty()))
        return impossible(call, toUtf8(Texts::tr("It is computed by a query of its own, which is missing here.")));
    if (makesDate(call.function->name)) {
        const auto value = constantOf(std::make_shared<const Expression>(expression));
        const bool bound = std::any_of(call.arguments.begin(), call.arguments.end(), hasParameter);
        if (value)
            return of(query::Constant{*value, bound}, Expression{query::Constant{*value, bound}, ValueType::Date},
                      place);
    }
    Sql out;
    return special(call, place, out) ? out : byRow(call, place);
}

Sql ExpressionWriter::byRow(const query::FunctionCall &call, const ExpressionPlace &place)
{
    const std::string beside = call.function->name + " over";
    const bool over = !place.over.empty() && FunctionSqlTable::shipped().has(beside);
    const std::string &name = over ? beside : call.function->name;
    const FunctionSql *found = FunctionSqlTable::shipped().find(name, m_state.traits.dialect, shapeOf(call));
    if (!found)
        return impossible(call, {});
    switch (found->kind) {
    case FunctionSql::Kind::Formula:
        return byFormula(*found, call, place);
    case FunctionSql::Kind::Template:
    case FunctionSql::Kind::Registered:
        return byTemplate(*found, call, place);
    default:
        return impossible(call, found->reason);
    }
}

Sql ExpressionWriter::byTemplate(const FunctionSql &row, const query::FunctionCall &call, const ExpressionPlace &place)
{
    ExpressionPlace inside = place; // arguments of an aggregate are rows
    if (call.function->kind == FunctionKind::Aggregate || call.function->kind == FunctionKind::PassthroughAggregate ||
        call.function->kind == FunctionKind::Window || call.function->name == "SparklineAgg") {
        inside.grouped = false;
        inside.over.clear();
    }
    SqlTemplate::Values values;
    for (const ExpressionPtr &argument : call.arguments)
        values.arguments.push_back(write(argument, inside));
    static const SqlTemplate all("{*}");
    // What repeats its argument would compute it again and again; a registered function takes it once.
    const bool costly = row.text && row.text->mostUses() > 1 && m_state.traits.dialect == Dialect::Sqlite &&
                        formula::findScalar(call.function->name) &&
                        !std::all_of(call.arguments.begin(), call.arguments.end(), isCheap);
    const bool registered = row.kind == FunctionSql::Kind::Registered || costly;
    const SqlTemplate &text = registered ? all : *row.text;
    values.through = [&](std::string_view helper, std::size_t index) {
        const ValueType type = call.arguments[index] ? call.arguments[index]->type : ValueType::Any;
        return this->row('#' + std::string(helper), {values.arguments[index]}, type);
    };
    const std::vector<std::string> helpers = helperColumns(row, call, values, place);
    values.word = [&](std::string_view name) { return word(name, call, place, row, helpers); };
    if (!place.over.empty() && !registered && call.function->kind == FunctionKind::Aggregate && !text.uses("over"))
        return impossible(call, toUtf8(Texts::tr("It can be computed for groups, not beside single rows.")));
    Sql out = text.fill(values);
    return registered ? Sql{registeredName(call.function->name) + '(' + out.text + ')'} : out;
}

std::vector<std::string> ExpressionWriter::helperColumns(const FunctionSql &row, const query::FunctionCall &call,
                                                         const SqlTemplate::Values &given, const ExpressionPlace &place)
{
    std::vector<std::string> names;
    if (row.helpers.empty())
        return names;
    if (!place.helpers) {
        impossible(call, toUtf8(Texts::tr("It needs a query of its own here.")));
        return std::vector<std::string>(row.helpers.size(), "NULL");
    }
    SqlTemplate::Values values = given;
    values.word = [&](std::string_view name) { return word(name, call, place, row, names); };
    HelperColumns &columns = *place.helpers;
    for (const SqlTemplate &helper : row.helpers) {
        std::size_t index = 0;
        if (columns.named) {
            index = columns.next < columns.uses.size() ? columns.uses[columns.next++] : 0;
        } else {
            const std::string text = helper.fill(values).text;
            const auto known = std::find(columns.texts.begin(), columns.texts.end(), text);
            index = static_cast<std::size_t>(known - columns.texts.begin());
            if (known == columns.texts.end())
                columns.texts.push_back(text);
            columns.uses.push_back(index);
        }
        names.push_back(quotedName(m_state.traits, HelperColumns::name(index)));
    }
    return names;
}

Sql ExpressionWriter::byFormula(const FunctionSql &row, const query::FunctionCall &call, const ExpressionPlace &place)
{
    const ExpressionPtr expanded = expandFormula(row.formula, call);
    if (!expanded)
        return impossible(call, {});
    return write(expanded, place);
}

std::string ExpressionWriter::word(std::string_view name, const query::FunctionCall &call, const ExpressionPlace &place,
                                   const FunctionSql &, const std::vector<std::string> &helpers)
{
    const std::string partition = place.partition.empty() ? std::string() : "PARTITION BY " + place.partition;
    if (name == "over")
        return place.over;
    if (name == "p")
        return partition;
    if (name == "order")
        return place.order.empty() ? std::string() : " ORDER BY " + place.order;
    if (name == ", keys")
        return place.order.empty() ? std::string() : ", " + place.order;
    if (name == "p, ")
        return place.partition.empty() ? "PARTITION BY " : partition + ", ";
    if (name == "within")
        return place.order.empty() ? std::string() : " WITHIN GROUP (ORDER BY " + place.order + ')';
    if (name == "types") {
        std::string letters;
        for (const ExpressionPtr &argument : call.arguments)
            letters += typeLetter(argument ? argument->type : ValueType::Any);
        return '\'' + letters + '\'';
    }
    if (name == "type")
        return std::string("'") + typeLetter(call.arguments.empty() ? ValueType::Any : call.arguments.front()->type) +
               '\'';
    if (name == "w") {
        const std::string order =
            place.order.empty() ? std::string(m_state.traits.orderByNothing) : "ORDER BY " + place.order;
        return partition + (partition.empty() || order.empty() ? "" : " ") + order;
    }
    if (name == "sorted") // for aggregates registered on SQLite, which see rows in any order
        return place.orderCodes.empty() ? std::string() : ", '" + place.orderCodes + "', " + place.orderValues;
    if (name == "frame")
        return frame(call);
    if (name.starts_with('h') && name.size() == 2 && static_cast<std::size_t>(name[1] - '1') < helpers.size())
        return helpers[static_cast<std::size_t>(name[1] - '1')];
    return {};
}

std::string ExpressionWriter::frame(const query::FunctionCall &call)
{
    const auto bounds = frameOf(call);
    if (!bounds) {
        impossible(call, toUtf8(Texts::tr("The number of rows must be fixed, not a column.")));
        return {};
    }
    const auto edge = [](std::int64_t rows) { // from the current row: negative before it
        return rows == 0 ? std::string("CURRENT ROW")
                         : std::to_string(std::abs(rows)) + (rows < 0 ? " PRECEDING" : " FOLLOWING");
    };
    return "ROWS BETWEEN " + edge(bounds->first) + " AND " + edge(bounds->second);
}

Sql ExpressionWriter::of(const query::Window &window, const Expression &, const ExpressionPlace &place)
{
    return window.call.function ? windowCall(window, place) : Sql{"NULL"};
}

Sql ExpressionWriter::windowCall(const query::Window &window, const ExpressionPlace &outer)
{
    const query::FunctionCall &call = window.call;
    ExpressionPlace place = outer;
    place.partition.clear();
    for (const ExpressionPtr &key : window.partitionBy) {
        if (!constantOf(key))
            place.partition += (place.partition.empty() ? "" : ", ") + write(key, outer).text;
    }
    place.order = orderKeys(window.orderBy, outer);
    if (isEmptyFrame(call))
        return {call.function->name == "MovingCount" ? "0" : "NULL"};
    const bool partition =
        call.function->kind == FunctionKind::Aggregate || call.function->kind == FunctionKind::PassthroughAggregate;
    const std::string spec = place.partition.empty() ? std::string() : "PARTITION BY " + place.partition;
    place.over = " OVER (" + spec + ')';
    place.grouped = false;
    if (partition)
        place.order.clear();
    Sql out;
    return special(call, place, out) ? out : byRow(call, place);
}

} // namespace tessera::model::sql
