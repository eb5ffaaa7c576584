// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sql/expression_writer.h"

#include <algorithm>
#include <charconv>

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/formula/lexer.h"
#include "model/formula/scalar/rows.h"

namespace tessera::model::sql {

using formula::Operator;
using formula::ValueType;
using query::Expression;
using query::ExpressionPtr;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::sql::Emitter)
};

constexpr char mark = '\xFF';                        // never part of UTF-8, so never of a name or text
constexpr int deepest = 500;                         // levels of an expression
constexpr std::size_t longestExpression = 1'000'000; // bytes
constexpr std::size_t mostListed = 100; // values spelled in IN (…) on SQLite; more travel as one JSON array

std::string textOf(const DialectTraits &traits, ValueType type)
{
    return typeNameOf(traits, type);
}

bool holdsNul(const Value &value)
{
    return value.isText() && value.text().find('\0') != std::string::npos;
}

// Operators that need no parentheses on their left when chained.
bool chains(Operator parent, Operator child)
{
    const auto additive = [](Operator op) { return op == Operator::Add || op == Operator::Subtract; };
    return (parent == child && (parent == Operator::And || parent == Operator::Or || parent == Operator::Concatenate ||
                                parent == Operator::Multiply)) ||
           (additive(parent) && (additive(child) || child == Operator::Multiply));
}

const char *sign(Operator op)
{
    switch (op) {
    case Operator::NotEqual:
        return "<>";
    case Operator::And:
        return "AND";
    case Operator::Or:
        return "OR";
    default:
        return formula::spelling(op);
    }
}

} // namespace

void WriterState::problem(QString message, QString hint)
{
    const bool known =
        std::any_of(problems.begin(), problems.end(), [&](const DialectProblem &p) { return p.message == message; });
    if (!known)
        problems.push_back({std::move(message), std::move(hint)});
}

void finishParameters(WriterState &state, std::string &text)
{
    std::string out;
    std::vector<Value> ordered;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != mark) {
            out += text[i];
            continue;
        }
        std::size_t index = 0;
        const char *end = std::from_chars(text.data() + i + 1, text.data() + text.size(), index).ptr;
        i = static_cast<std::size_t>(end - text.data()); // at the closing mark
        if (state.options.spellParameters) {
            out += literal(state.traits, state.parameters[index]);
        } else {
            out += '?';
            ordered.push_back(state.parameters[index]);
        }
    }
    text = std::move(out);
    state.parameters = std::move(ordered);
    if (state.traits.mostParameters > 0 && state.parameters.size() > state.traits.mostParameters)
        state.problem(Texts::tr("%1 takes %2 values in one query, this one has %3.")
                          .arg(QLatin1String(state.traits.title))
                          .arg(state.traits.mostParameters)
                          .arg(state.parameters.size()),
                      Texts::tr("Select fewer values."));
}

std::optional<Value> constantOf(const ExpressionPtr &expression)
{
    if (const auto *constant = query::as<query::Constant>(expression))
        return constant->value;
    if (const auto *operation = query::as<query::Operation>(expression);
        operation && operation->op == Operator::Negate && operation->operands.size() == 1) {
        const auto inner = constantOf(operation->operands.front());
        return inner && inner->isNumber() ? std::optional(formula::subtractNumbers(Value(0), *inner)) : std::nullopt;
    }
    const auto *call = query::as<query::FunctionCall>(expression);
    const formula::ScalarFunction *scalar =
        call && call->function ? formula::findScalar(call->function->name) : nullptr;
    if (!scalar || call->arguments.empty() || call->function->group == "System" ||
        static_cast<int>(call->arguments.size()) < call->function->minArguments)
        return std::nullopt;
    std::vector<Value> arguments;
    for (const ExpressionPtr &argument : call->arguments) {
        auto value = constantOf(argument);
        if (!value)
            return std::nullopt;
        arguments.push_back(std::move(*value));
    }
    return formula::callScalar(*scalar, arguments, {});
}

bool ExpressionWriter::overloaded(std::size_t size)
{
    if (m_depth <= deepest && size <= longestExpression)
        return false;
    m_state.problem(Texts::tr("A formula becomes too long as %1.").arg(QLatin1String(m_state.traits.title)),
                    Texts::tr("Split it into several columns."));
    return true;
}

Sql ExpressionWriter::write(const ExpressionPtr &expression, const ExpressionPlace &place)
{
    if (!expression)
        return {"NULL"};
    ++m_depth;
    Sql out = overloaded(0)
                  ? Sql{"NULL"}
                  : std::visit([&](const auto &part) { return of(part, *expression, place); }, expression->value);
    --m_depth;
    return overloaded(out.text.size()) ? Sql{"NULL"} : out;
}

Sql ExpressionWriter::parameter(const Value &value, ValueType type)
{
    if (value.isNull())
        return {"NULL"};
    if (holdsNul(value) && !m_state.traits.holdsNul)
        m_state.problem(Texts::tr("%1 cannot hold the character U+0000, which stands in a text.")
                            .arg(QLatin1String(m_state.traits.title)));
    const std::string text = mark + std::to_string(m_state.parameters.size()) + mark;
    m_state.parameters.push_back(value);
    if (m_state.options.spellParameters)
        return {text, query::typeOf(value) == ValueType::Text};
    if (!m_state.traits.typedParameters && !value.isVariant())
        return {text};
    if (value.isVariant())
        return {filled(m_state.traits.variantLiteral, text), m_state.traits.variantLiteral != std::string_view("{1}")};
    const bool whole = std::holds_alternative<std::int64_t>(value.data());
    const ValueType wanted = type == ValueType::Any ? query::typeOf(value) : type;
    return {"CAST(" + text + " AS " + (whole ? "bigint" : textOf(m_state.traits, wanted)) + ')'};
}

Sql ExpressionWriter::of(const query::Constant &constant, const Expression &expression, const ExpressionPlace &place)
{
    if (constant.value.isNull()) {
        const std::string type =
            place.typed && m_state.traits.typedNulls ? textOf(m_state.traits, expression.type) : std::string();
        return {type.empty() ? "NULL" : "CAST(NULL AS " + type + ')'};
    }
    if (constant.parameter)
        return parameter(constant.value);
    if (holdsNul(constant.value) && !m_state.traits.holdsNul)
        return parameter(constant.value); // says that it cannot
    std::string text = literal(m_state.traits, constant.value);
    const bool atomic = isAtomicSql(text);
    return {std::move(text), atomic};
}

Sql ExpressionWriter::row(std::string_view name, const std::vector<Sql> &arguments, ValueType type)
{
    const FunctionSql *found =
        FunctionSqlTable::shipped().find(name, m_state.traits.dialect, {{}, arguments.size(), type});
    if (!found || found->kind != FunctionSql::Kind::Template)
        return {"NULL"};
    SqlTemplate::Values values;
    values.arguments = arguments;
    values.word = [](std::string_view) { return std::string(); };
    return found->text->fill(values);
}

Sql ExpressionWriter::sided(const ExpressionPtr &operand, Operator parent, bool left, const ExpressionPlace &place)
{
    Sql sql = write(operand, place);
    const auto *inner = query::as<query::Operation>(operand);
    if (left && inner && inner->operands.size() == 2 && chains(parent, inner->op))
        return sql;
    return {sql.operand()};
}

Sql ExpressionWriter::of(const query::Operation &operation, const Expression &, const ExpressionPlace &place)
{
    if (operation.operands.size() == 2)
        return binary(operation, place);
    const Sql operand = write(operation.operands.at(0), place);
    if (operation.op == Operator::Not)
        return {"NOT " + operand.operand(), false};
    return {'-' + (operand.text.starts_with('-') ? '(' + operand.text + ')' : operand.operand()), false};
}

Sql ExpressionWriter::binary(const query::Operation &operation, const ExpressionPlace &place, bool nullsMatch)
{
    const auto number = ValueType::Number;
    const auto both = [&] {
        return std::vector<Sql>{write(operation.operands[0], place), write(operation.operands[1], place)};
    };
    switch (operation.op) {
    case Operator::Divide:
        return row("#divide", both(), number);
    case Operator::Modulo:
        return row("#modulo", both(), number);
    case Operator::Power:
        return row("#power", both(), number);
    case Operator::Concatenate: {
        std::vector<Sql> texts;
        for (const ExpressionPtr &operand : operation.operands) {
            const bool text =
                operand->type == ValueType::Text || operand->type == ValueType::Any || operand->type == ValueType::Null;
            static const formula::Function *toText = formula::FunctionCatalogue::shipped().find("Text");
            texts.push_back(text ? sided(operand, Operator::Concatenate, texts.empty(), place)
                                 : of(query::FunctionCall{toText, {operand}}, *operand, place));
        }
        return row("#concatenate", texts, ValueType::Text);
    }
    case Operator::Equal:
    case Operator::NotEqual:
    case Operator::Less:
    case Operator::LessEqual:
    case Operator::Greater:
    case Operator::GreaterEqual:
        return compared(operation, place, nullsMatch);
    default:
        break;
    }
    return {sided(operation.operands[0], operation.op, true, place).text + ' ' + sign(operation.op) + ' ' +
                sided(operation.operands[1], operation.op, false, place).text,
            false};
}

Sql ExpressionWriter::compared(const query::Operation &operation, const ExpressionPlace &place, bool nullsMatch)
{
    Sql left = write(operation.operands[0], place);
    const Sql right = write(operation.operands[1], place);
    const bool text = operation.operands[0]->type == ValueType::Text || operation.operands[1]->type == ValueType::Text;
    const bool column =
        query::as<query::ColumnUse>(operation.operands[0]) || query::as<query::ColumnUse>(operation.operands[1]);
    if (m_state.traits.dialect == Dialect::Mysql && text && !column)
        left = {left.operand() + " COLLATE utf8mb4_bin", false}; // columns have it from where they are read
    const std::string first =
        m_state.traits.dialect == Dialect::Mysql && !left.atomic && text ? left.text : left.operand();
    if (nullsMatch && operation.op == Operator::Equal)
        return {filled(m_state.traits.nullSafeEqual, first, right.operand()), false};
    return {first + ' ' + sign(operation.op) + ' ' + right.operand(), false};
}

Sql ExpressionWriter::of(const query::VariantAccess &access, const Expression &, const ExpressionPlace &place)
{
    const Sql base = write(access.base, place);
    const bool byKey = !access.key.empty();
    const Sql key = byKey ? Sql{quotedText(m_state.traits, access.key)} : Sql{std::to_string(access.index)};
    const Sql name{quotedName(m_state.traits, access.key, false)};
    const CallShape shape{{}, 3, ValueType::Variant};
    const FunctionSql *found =
        FunctionSqlTable::shipped().find(byKey ? "#key" : "#index", m_state.traits.dialect, shape);
    if (!found || found->kind != FunctionSql::Kind::Template) {
        m_state.problem(Texts::tr("%1 cannot reach into this variant.").arg(QLatin1String(m_state.traits.title)));
        return {"NULL"};
    }
    SqlTemplate::Values values;
    std::string path = "$.\"";
    for (const char c : access.key)
        path += c == '"' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    path += '"';
    values.arguments = {
        base, key, name, {quotedText(m_state.traits, byKey ? path : "$[" + std::to_string(access.index) + ']')}};
    return found->text->fill(values);
}

Sql ExpressionWriter::listed(const query::OneOf &oneOf, const ExpressionPlace &place)
{
    const Sql base = write(oneOf.base, place);
    std::string values;
    if (m_state.traits.dialect == Dialect::Sqlite && oneOf.values.size() > mostListed) {
        Json array = Json::array();
        for (const Value &value : oneOf.values)
            array.push_back(formula::toJsonValue(value));
        // Not as a variant parameter: the text is read by json_each.
        values = "SELECT value FROM json_each(" + parameter(Value(plainText(Value(array)))).text + ')';
    } else {
        for (const Value &value : oneOf.values)
            values += (values.empty() ? "" : ", ") + parameter(value).text;
    }
    const bool collate = m_state.traits.dialect == Dialect::Mysql && oneOf.base->type == ValueType::Text &&
                         !query::as<query::ColumnUse>(oneOf.base);
    return {base.operand() + (collate ? " COLLATE utf8mb4_bin IN (" : " IN (") + values + ')', false};
}

Sql ExpressionWriter::of(const query::OneOf &oneOf, const Expression &, const ExpressionPlace &place)
{
    if (oneOf.values.empty())
        return {"FALSE"};
    return {"coalesce(" + listed(oneOf, place).text + ", FALSE)"};
}

std::vector<std::string> ExpressionWriter::conditions(const ExpressionPtr &expression, const ExpressionPlace &place,
                                                      bool nullsMatch)
{
    std::vector<std::string> out;
    const auto *operation = query::as<query::Operation>(expression);
    if (operation && operation->op == Operator::And && m_depth < deepest) {
        ++m_depth;
        for (const ExpressionPtr &operand : operation->operands) {
            for (std::string &part : conditions(operand, place, nullsMatch))
                out.push_back(std::move(part));
        }
        --m_depth;
        return out;
    }
    const auto *oneOf = query::as<query::OneOf>(expression);
    const bool either = operation && operation->op == Operator::Or;
    Sql sql = oneOf && !oneOf->values.empty()                              ? listed(*oneOf, place)
              : operation && operation->operands.size() == 2 && nullsMatch ? binary(*operation, place, true)
                                                                           : write(expression, place);
    out.push_back(either ? sql.operand() : sql.text);
    return out;
}

std::string ExpressionWriter::orderKey(const std::string &text, bool descending, bool nullsFirst) const
{
    const DialectTraits &traits = m_state.traits;
    const bool smallest = traits.nullOrder == DialectTraits::NullOrder::Smallest;
    const bool asIs = nullsFirst == (smallest != descending);
    const std::string key = text + (descending ? " DESC" : "");
    if (asIs)
        return key;
    if (traits.writesNullOrder)
        return key + (nullsFirst ? " NULLS FIRST" : " NULLS LAST");
    return (isAtomicSql(text) ? text : '(' + text + ')') + (nullsFirst ? " IS NOT NULL, " : " IS NULL, ") + key;
}

std::string ExpressionWriter::orderKeys(const std::vector<query::OrderKey> &keys, const ExpressionPlace &place)
{
    std::string out;
    for (const query::OrderKey &key : keys) {
        if (constantOf(key.expression))
            continue; // orders nothing, and a bare number would mean a position
        out += (out.empty() ? "" : ", ") + orderKey(write(key.expression, place).text, key.descending, key.nullsFirst);
    }
    return out;
}

} // namespace tessera::model::sql
