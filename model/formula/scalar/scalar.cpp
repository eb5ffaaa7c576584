// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/formula/scalar/scalar.h"

#include <cmath>

#include <QHash>

#include "model/base/json_text.h"
#include "model/formula/lexer.h"
#include "model/formula/scalar/rows.h"

namespace tessera::model::formula {

namespace {

const QHash<std::string, const ScalarFunction *> &byName()
{
    static const QHash<std::string, const ScalarFunction *> table = [] {
        QHash<std::string, const ScalarFunction *> out;
        for (const ScalarFunction *function : allScalars())
            out.insert(foldName(function->name), function);
        return out;
    }();
    return table;
}

bool bothNumbers(const Value &a, const Value &b)
{
    return a.isNumber() && b.isNumber();
}

template <class Exact, class Real>
Value arithmetic(const Value &a, const Value &b, Exact exact, Real real)
{
    if (!bothNumbers(a, b))
        return {};
    const auto *x = std::get_if<std::int64_t>(&a.data());
    const auto *y = std::get_if<std::int64_t>(&b.data());
    std::int64_t result = 0;
    if (x && y && !exact(*x, *y, &result))
        return result;
    return real(a.number(), b.number());
}

} // namespace

const ScalarFunction *findScalar(std::string_view name)
{
    return byName().value(foldName(name), nullptr);
}

std::vector<const ScalarFunction *> allScalars()
{
    std::vector<const ScalarFunction *> all;
    for (const auto topic : {mathFunctions(), textFunctions(), dateFunctions(), arrayFunctions(),
                             typeAndLogicFunctions(), financialFunctions()}) {
        for (const ScalarFunction &function : topic)
            all.push_back(&function);
    }
    return all;
}

Value callScalar(const ScalarFunction &function, Arguments arguments, const Environment &environment)
{
    if (function.strict) {
        for (const Value &argument : arguments) {
            if (argument.isNull())
                return {};
        }
    }
    Value result = function.run(arguments, environment);
    // Days that no text of four digits for the year can name are no days: 0001-01-01 to 9999-12-31 are.
    static const Moment first = *momentFromIso("0001-01-01"), last = *momentFromIso("9999-12-31 23:59:59.999999");
    return result.isMoment() && (result.moment() < first || result.moment() > last) ? Value() : result;
}

Value addNumbers(const Value &a, const Value &b)
{
    return arithmetic(
        a, b, [](auto x, auto y, auto *r) { return __builtin_add_overflow(x, y, r); },
        [](double x, double y) { return x + y; });
}

Value subtractNumbers(const Value &a, const Value &b)
{
    return arithmetic(
        a, b, [](auto x, auto y, auto *r) { return __builtin_sub_overflow(x, y, r); },
        [](double x, double y) { return x - y; });
}

Value multiplyNumbers(const Value &a, const Value &b)
{
    return arithmetic(
        a, b, [](auto x, auto y, auto *r) { return __builtin_mul_overflow(x, y, r); },
        [](double x, double y) { return x * y; });
}

Value divideNumbers(const Value &a, const Value &b)
{
    if (!bothNumbers(a, b) || b.number() == 0)
        return {};
    return a.number() / b.number();
}

Value moduloNumbers(const Value &a, const Value &b)
{
    if (!bothNumbers(a, b) || b.number() == 0)
        return {};
    return numberValue(std::fmod(a.number(), b.number()));
}

Value powerNumbers(const Value &a, const Value &b)
{
    return bothNumbers(a, b) ? numberValue(std::pow(a.number(), b.number())) : Value();
}

Value concatenate(const Value &a, const Value &b)
{
    return a.isText() && b.isText() ? Value(a.text() + b.text()) : Value();
}

bool isTrue(const Value &value)
{
    return value.isLogical() && value.logical();
}

Value logicalAnd(const Value &a, const Value &b)
{
    const auto isFalse = [](const Value &v) { return v.isLogical() && !v.logical(); };
    if (isFalse(a) || isFalse(b))
        return false;
    return isTrue(a) && isTrue(b) ? Value(true) : Value();
}

Value logicalOr(const Value &a, const Value &b)
{
    if (isTrue(a) || isTrue(b))
        return true;
    return a.isLogical() && b.isLogical() ? Value(false) : Value();
}

Value logicalNot(const Value &a)
{
    return a.isLogical() ? Value(!a.logical()) : Value();
}

std::optional<double> numberAt(Arguments arguments, std::size_t index, std::optional<double> fallback)
{
    if (index >= arguments.size())
        return fallback;
    return arguments[index].isNumber() ? std::optional(arguments[index].number()) : std::nullopt;
}

std::optional<std::int64_t> wholeAt(Arguments arguments, std::size_t index, std::optional<std::int64_t> fallback)
{
    if (index >= arguments.size())
        return fallback;
    const auto real = numberAt(arguments, index);
    return real && std::abs(*real) < 9e18 ? std::optional(static_cast<std::int64_t>(std::llround(*real)))
                                          : std::nullopt;
}

const std::string *textAt(Arguments arguments, std::size_t index)
{
    return index < arguments.size() && arguments[index].isText() ? &arguments[index].text() : nullptr;
}

std::optional<Moment> momentAt(Arguments arguments, std::size_t index)
{
    return index < arguments.size() && arguments[index].isMoment() ? std::optional(arguments[index].moment())
                                                                   : std::nullopt;
}

Value numberValue(double value)
{
    if (std::trunc(value) == value && std::abs(value) < 9e15)
        return static_cast<std::int64_t>(value);
    return value;
}

Json toJsonValue(const Value &value)
{
    if (value.isVariant())
        return value.variant();
    if (value.isMoment())
        return isoText(value.moment());
    if (value.isText())
        return value.text();
    if (value.isLogical())
        return value.logical();
    if (const auto *whole = std::get_if<std::int64_t>(&value.data()))
        return *whole;
    return value.isNumber() ? Json(value.number()) : Json(nullptr);
}

std::optional<std::vector<Value>> arrayOf(const Value &value)
{
    if (!value.isVariant() || !value.variant().is_array())
        return std::nullopt;
    std::vector<Value> elements;
    for (const Json &element : value.variant())
        elements.push_back(fromJson(element));
    return elements;
}

Value arrayValue(const std::vector<Value> &elements)
{
    Json array = Json::array();
    for (const Value &element : elements)
        array.push_back(toJsonValue(element));
    return array;
}

} // namespace tessera::model::formula
