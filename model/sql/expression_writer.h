// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/query/expression.h"
#include "model/sql/dialect_traits.h"
#include "model/sql/function_sql.h"
#include "model/sql/statement.h"

namespace tessera::model::sql {

// What several writers of one statement share.
struct WriterState
{
    const DialectTraits &traits;
    const EmitOptions &options;
    std::vector<Value> parameters = {}; // in order of writing; the text holds marks, see finishParameters
    std::vector<DialectProblem> problems = {};

    void problem(QString message, QString hint = {}); // each message once
};

// Columns that a function needs from a query below its own (see FunctionSql::helpers).
struct HelperColumns
{
    std::vector<std::string> texts; // each once
    std::vector<std::size_t> uses;  // index into texts, in order of writing
    bool named = false;             // second writing: the columns are there, under `name(i)`
    std::size_t next = 0;

    static std::string name(std::size_t index) { return "helper " + std::to_string(index + 1); }
};

// Where an expression stands.
struct ExpressionPlace
{
    std::function<Sql(const query::ColumnUse &)> column;
    std::string over = {};      // aggregates: " OVER (…)"
    std::string order = {};     // of the rows, "a, b DESC", for aggregates and windows that respect it
    std::string partition = {}; // "a, b": keys of the group or window
    std::string orderCodes =
        {}; // a character a key of `order`, for functions registered on SQLite: a A d D (nulls first)
    std::string orderValues = {}; // the keys alone, "a, b"
    bool grouped = false;         // aggregates may stand here
    bool typed = true;            // NULL and parameters get their type where the dialect asks for it
    HelperColumns *helpers = nullptr;
};

// Writes expressions of a plan as SQL of one dialect.
class ExpressionWriter
{
public:
    explicit ExpressionWriter(WriterState &state) : m_state(state) {}

    Sql write(const query::ExpressionPtr &expression, const ExpressionPlace &place);
    // As write, for a WHERE or ON clause: the parts of a chain of "and", where Null may stand for false.
    std::vector<std::string> conditions(const query::ExpressionPtr &expression, const ExpressionPlace &place,
                                        bool nullsMatch = false);
    std::string orderKeys(const std::vector<query::OrderKey> &keys, const ExpressionPlace &place);
    std::string orderKey(const std::string &text, bool descending, bool nullsFirst) const;
    Sql parameter(const Value &value, query::ValueType type = query::ValueType::Any);

private:
    using Expressions = std::vector<query::ExpressionPtr>;

    Sql of(const query::ColumnUse &use, const query::Expression &, const ExpressionPlace &place)
    {
        return place.column(use);
    }
    Sql of(const query::Constant &constant, const query::Expression &, const ExpressionPlace &);
    Sql of(const query::FunctionCall &call, const query::Expression &, const ExpressionPlace &place);
    Sql of(const query::Operation &operation, const query::Expression &, const ExpressionPlace &place);
    Sql of(const query::VariantAccess &access, const query::Expression &, const ExpressionPlace &place);
    Sql of(const query::OneOf &oneOf, const query::Expression &, const ExpressionPlace &place);
    Sql of(const query::Window &window, const query::Expression &, const ExpressionPlace &place);

    Sql binary(const query::Operation &operation, const ExpressionPlace &place, bool nullsMatch = false);
    Sql compared(const query::Operation &operation, const ExpressionPlace &place, bool nullsMatch);
    Sql sided(const query::ExpressionPtr &operand, formula::Operator parent, bool left, const ExpressionPlace &place);
    Sql row(std::string_view name, const std::vector<Sql> &arguments, query::ValueType type);
    Sql listed(const query::OneOf &oneOf, const ExpressionPlace &place);

    // special_functions.cpp: functions that no template can express. Returns false when `call` is none of them.
    bool special(const query::FunctionCall &call, const ExpressionPlace &place, Sql &out);
    Sql caseOf(const Expressions &arguments, std::size_t first,
               const std::function<Sql(const query::ExpressionPtr &)> &test, const ExpressionPlace &place);
    Sql membership(const Expressions &arguments, const ExpressionPlace &place);
    Sql dateRange(const query::FunctionCall &call, const ExpressionPlace &place);
    Sql dateText(const query::FunctionCall &call, const ExpressionPlace &place);
    Sql fromEnvironment(const query::FunctionCall &call, const ExpressionPlace &place);
    Sql passthrough(const query::FunctionCall &call, const ExpressionPlace &place);
    Sql withZone(const query::FunctionCall &call, const ExpressionPlace &place);

    Sql byRow(const query::FunctionCall &call, const ExpressionPlace &place);
    Sql byTemplate(const FunctionSql &row, const query::FunctionCall &call, const ExpressionPlace &place);
    Sql byFormula(const FunctionSql &row, const query::FunctionCall &call, const ExpressionPlace &place);
    Sql windowCall(const query::Window &window, const ExpressionPlace &place);
    std::string word(std::string_view name, const query::FunctionCall &call, const ExpressionPlace &place,
                     const FunctionSql &row, const std::vector<std::string> &helpers);
    std::string frame(const query::FunctionCall &call);
    std::vector<std::string> helperColumns(const FunctionSql &row, const query::FunctionCall &call,
                                           const SqlTemplate::Values &values, const ExpressionPlace &place);
    Sql impossible(const query::FunctionCall &call, const std::string &reason);
    bool overloaded(std::size_t size);

    WriterState &m_state;
    int m_depth = 0;
};

// Puts "?" (or the literal) in place of the marks in a finished text, and the values in their order.
void finishParameters(WriterState &state, std::string &text);

// The constant an expression is, none when it is none. Negative numbers count as constants.
std::optional<Value> constantOf(const query::ExpressionPtr &expression);

} // namespace tessera::model::sql
