// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/preview/preview_formula.h"

#include <algorithm>

#include <QDateTime>

#include "model/formula/binder.h"
#include "model/formula/bound_walk.h"
#include "model/formula/evaluate.h"
#include "model/formula/lexer.h"
#include "model/query/control_state.h"
#include "model/workbook/views/column_view.h"
#include "model/workbook/views/control_view.h"

namespace tessera::designer {

using model::Value;
using namespace model::formula;

namespace {

model::Moment now()
{
    return {QDateTime::currentMSecsSinceEpoch() * 1000}; // the account's clock is UTC
}

model::query::QueryOptions optionsFor(const LiveData *data)
{
    model::query::QueryOptions options;
    if (data)
        options.controls = data->controls();
    options.now = now();
    return options;
}

// Whether a formula needs rows of elements.
bool readsRows(const BoundPtr &node)
{
    if (!node || as<BoundError>(node) || node->shape == Shape::Aggregate || node->shape == Shape::Window)
        return true;
    if (const auto *symbol = as<BoundSymbol>(node))
        return symbol->symbol.kind == SymbolKind::Element || symbol->symbol.kind == SymbolKind::Metric;
    const auto parts = partsOf(node);
    return std::any_of(parts.begin(), parts.end(), readsRows);
}

constexpr char partMark = '\x1f'; // between a handle and an end of its range: never in a handle

// [Period].start becomes a symbol of its own, because a range is no value an evaluator knows.
BoundPtr withRangeEnds(const BoundPtr &node)
{
    if (!node)
        return node;
    auto copy = std::make_shared<BoundNode>(*node);
    if (auto *access = std::get_if<BoundAccess>(&copy->value)) {
        const auto *base = as<BoundSymbol>(access->base);
        if (base && base->symbol.kind == SymbolKind::Control && base->symbol.isRange) {
            Symbol end = base->symbol;
            end.id += partMark + access->key;
            copy->value = BoundSymbol{std::move(end)};
        } else {
            access->base = withRangeEnds(access->base);
        }
    } else if (auto *call = std::get_if<BoundCall>(&copy->value)) {
        for (BoundPtr &argument : call->arguments)
            argument = withRangeEnds(argument);
    } else if (auto *operation = std::get_if<BoundOperation>(&copy->value)) {
        for (BoundPtr &operand : operation->operands)
            operand = withRangeEnds(operand);
    }
    return copy;
}

Value controlPart(model::query::ControlState &controls, Symbol symbol)
{
    const std::size_t mark = symbol.id.find(partMark);
    if (mark == std::string::npos)
        return controls.formulaValue(symbol);
    const std::string key = symbol.id.substr(mark + 1);
    symbol.id.resize(mark);
    return controls.part(symbol, key);
}

Value cellNamed(const PickedRow &selected, const Symbol &symbol)
{
    if (const Value value = selected.cell(symbol.id); !value.isNull() || !selected.rows)
        return value;
    const auto *column = selected.rows->byName(symbol.name);
    const bool has = column && selected.row >= 0 && selected.row < static_cast<int>(column->data.size());
    return has ? column->data.at(static_cast<std::size_t>(selected.row)) : Value();
}

std::string quoted(const std::string &text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += '\\';
        result += c;
    }
    return result + '"';
}

// A value as a formula writes it.
std::string literal(const Value &value)
{
    if (value.isNull())
        return "Null";
    const std::string text = model::plainText(value);
    if (value.isLogical())
        return value.logical() ? "True" : "False";
    if (value.isNumber())
        return "(" + text + ")"; // a sign of its own
    return value.isMoment() ? "Date(" + quoted(text) + ")" : quoted(text);
}

} // namespace

Value PickedRow::cell(const std::string &columnId) const
{
    const auto *column = rows && row >= 0 && !columnId.empty() ? rows->byId(columnId) : nullptr;
    return column && row < static_cast<int>(column->data.size()) ? column->data.at(static_cast<std::size_t>(row))
                                                                 : Value();
}

std::string withSelection(const std::string &formula, const model::Object &host, const PickedRow &selected)
{
    std::string written;
    std::size_t done = 0;
    for (const model::Token &token : model::tokenize(formula)) {
        const auto reference = model::readReference(formula, token);
        if (!reference || !reference->hasPrefix || model::foldName(reference->prefix) != "selection")
            continue;
        Symbol symbol;
        symbol.name = reference->name;
        for (const model::ColumnView &column : model::columnsOf(host)) {
            if (model::foldName(model::columnName(column)) == model::foldName(reference->name))
                symbol.id = column.id;
        }
        written.append(formula, done, token.bytes.offset - done).append(literal(cellNamed(selected, symbol)));
        done = token.bytes.end();
    }
    return written.append(formula, done);
}

std::optional<model::query::ControlValue> controlNow(const model::Workbook &workbook, const std::string &handle,
                                                     const LiveData *data)
{
    if (!model::findControl(workbook, handle))
        return {};
    const model::NameIndex names(workbook);
    const model::query::QueryOptions options = optionsFor(data);
    model::query::WorkbookColumns columns(workbook, names, nullptr);
    return model::query::ControlState(columns, options).valueOf(handle);
}

std::optional<Value> computeHere(const model::Workbook &workbook, const model::Object &host, const std::string &formula,
                                 const PickedRow &selected, const LiveData *data)
{
    const model::NameIndex names(workbook);
    const model::query::QueryOptions options = optionsFor(data);
    model::query::WorkbookColumns columns(workbook, names, nullptr);
    model::TextSite site;
    site.scope = model::TextScope::SelectAction;
    const model::query::WorkbookScope scope(columns, host.key(), site);
    const BoundFormula bound = bindFormula(formula, scope);
    if (!bound.root || !bound.isValid() || readsRows(bound.root))
        return {};
    model::query::ControlState controls(columns, options);
    Environment environment = options.account;
    environment.now = options.now;
    return evaluate(
        withRangeEnds(bound.root),
        [&](const Symbol &symbol) {
            return symbol.kind == SymbolKind::Control ? controlPart(controls, symbol) : cellNamed(selected, symbol);
        },
        environment);
}

} // namespace tessera::designer
