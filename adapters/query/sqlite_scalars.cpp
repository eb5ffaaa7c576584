// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <deque>
#include <vector>

#include "adapters/query/sqlite_values.h"
#include "model/base/json_text.h"
#include "model/formula/scalar/rows.h"
#include "model/sql/formula_row.h"

namespace tessera::adapters {

using model::Json;
using model::Value;
using model::formula::ScalarFunction;
using model::formula::ValueType;

namespace {

// What a registered function is called with. Lives as long as the program: connections share it.
struct Bridge
{
    const ScalarFunction *scalar = nullptr;
    const model::formula::Function *function = nullptr;

    ValueType wanted(int index) const
    {
        const model::formula::Parameter *parameter = function->parameterAt(index);
        return parameter && parameter->types.size() == 1 ? parameter->types.front() : ValueType::Any;
    }
};

void run(sqlite3_context *context, int count, sqlite3_value **values, bool typed) noexcept
{
    guarded(context, [&] {
        const auto *bridge = static_cast<const Bridge *>(sqlite3_user_data(context));
        const std::string_view letters = typed && count > 0 ? textOf(values[0]) : std::string_view();
        std::vector<Value> arguments;
        arguments.reserve(static_cast<std::size_t>(count));
        for (int i = typed ? 1 : 0; i < count; ++i) {
            const auto at = static_cast<std::size_t>(i - 1);
            const ValueType wanted = !typed                ? bridge->wanted(i)
                                     : at < letters.size() ? typeOfLetter(letters[at])
                                                           : ValueType::Any;
            arguments.push_back(valueOf(values[i], wanted));
        }
        if (static_cast<int>(arguments.size()) < bridge->function->minArguments)
            return sqlite3_result_error(context, "too few arguments", -1);
        setResult(context, model::formula::callScalar(*bridge->scalar, arguments, {}));
    });
}

void plain(sqlite3_context *context, int count, sqlite3_value **values) noexcept
{
    run(context, count, values, false);
}

void typed(sqlite3_context *context, int count, sqlite3_value **values) noexcept
{
    run(context, count, values, true);
}

void power(sqlite3_context *context, int, sqlite3_value **values) noexcept
{
    guarded(context, [&] {
        setResult(context, model::formula::powerNumbers(valueOf(values[0], ValueType::Number),
                                                        valueOf(values[1], ValueType::Number)));
    });
}

// sigma_part(variant, key or index): what stands there as JSON text; null where there is nothing.
void part(sqlite3_context *context, int, sqlite3_value **values) noexcept
{
    guarded(context, [&] {
        const auto json = model::readJson(textOf(values[0]));
        const Json *found = nullptr;
        if (json && sqlite3_value_type(values[1]) == SQLITE_INTEGER) {
            const std::int64_t index = sqlite3_value_int64(values[1]);
            if (json->is_array() && index >= 0 && index < static_cast<std::int64_t>(json->size()))
                found = &(*json)[static_cast<std::size_t>(index)];
        } else if (json) {
            found = model::member(*json, std::string(textOf(values[1])));
        }
        setResult(context, found && !found->is_null() ? Value(*found) : Value());
    });
}

// The clock and the user are bound by whoever writes the statement.
bool needsSurroundings(const model::formula::Function &function)
{
    return function.group == "System" || function.name == "Now" || function.name == "Today";
}

const std::deque<Bridge> &bridges()
{
    static const std::deque<Bridge> all = [] {
        std::deque<Bridge> out;
        for (const ScalarFunction *scalar : model::formula::allScalars()) {
            const auto *function = model::formula::FunctionCatalogue::shipped().find(scalar->name);
            if (function && !needsSurroundings(*function))
                out.push_back({scalar, function});
        }
        return out;
    }();
    return all;
}

} // namespace

int registerScalars(sqlite3 *database)
{
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    const auto add = [&](const std::string &name, int arguments, const Bridge *bridge, auto callback) {
        return sqlite3_create_function_v2(database, name.c_str(), arguments, flags, const_cast<Bridge *>(bridge),
                                          callback, nullptr, nullptr, nullptr);
    };
    int code = add("sigma_power", 2, nullptr, power);
    if (code == SQLITE_OK)
        code = add("sigma_part", 2, nullptr, part);
    for (const Bridge &bridge : bridges()) {
        const std::string name = model::sql::registeredName(bridge.scalar->name);
        if (code == SQLITE_OK && name != "sigma_power")
            code = add(name, -1, &bridge, plain);
        if (code == SQLITE_OK)
            code = add("sigma_typed_" + name.substr(6), -1, &bridge, typed);
    }
    return code;
}

} // namespace tessera::adapters
