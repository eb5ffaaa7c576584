// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/query/warehouse_functions.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

#include <QCoreApplication>
#include <QCryptographicHash>

#include <sqlite3.h>

#include "adapters/csv/csv_cells.h"
#include "adapters/query/sqlite_statement.h"
#include "adapters/query/warehouse_call.h"
#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/value/calendar.h"
#include "model/value/iso_text.h"

namespace tessera::adapters {

using model::Moment;

namespace {

void today(WarehouseCall &call)
{
    call.give(model::truncate(call.clock(), model::DateUnit::Day));
}

void now(WarehouseCall &call)
{
    call.give(call.clock());
}

void number(WarehouseCall &call)
{
    if (call.isNumber(0))
        return call.giveArgument(0);
    const auto value = readNumberCell(call.text(0));
    if (!value)
        return call.giveNull();
    std::visit([&](auto number) { call.give(number); }, *value);
}

// A number with so many figures behind the dot.
void whole(WarehouseCall &call)
{
    double value = 0;
    if (call.type(0) == SQLITE_INTEGER)
        return call.giveArgument(0);
    if (call.isNumber(0)) {
        value = call.number(0);
    } else {
        const auto read = readNumberCell(call.text(0));
        if (!read)
            return call.giveNull();
        value = std::visit([](auto number) { return static_cast<double>(number); }, *read);
    }
    const auto scale = std::clamp<std::int64_t>(call.whole(1), 0, 15);
    if (scale == 0 && std::abs(value) < 9e18)
        return call.give(std::int64_t(std::llround(value)));
    const double factor = std::pow(10.0, static_cast<double>(scale));
    call.give(std::round(value * factor) / factor);
}

void logical(WarehouseCall &call)
{
    if (call.isNumber(0))
        return call.give(std::int64_t(call.number(0) != 0));
    static constexpr std::string_view yes[] = {"true", "t", "yes", "y", "on", "1"},
                                      no[] = {"false", "f", "no", "n", "off", "0"};
    std::string text(call.text(0));
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    if (std::ranges::find(yes, text) != std::end(yes))
        return call.give(std::int64_t(1));
    if (std::ranges::find(no, text) != std::end(no))
        return call.give(std::int64_t(0));
    call.giveNull();
}

// A midnight is written as its day.
void text(WarehouseCall &call)
{
    const std::string_view value = call.text(0);
    if (call.type(0) == SQLITE_TEXT && value.size() == 19 && value.ends_with(" 00:00:00") && model::storedMoment(value))
        return call.give(value.substr(0, 10));
    call.give(value);
}

void md5(WarehouseCall &call)
{
    const std::string_view bytes = call.text(0);
    call.give(
        QString::fromLatin1(QCryptographicHash::hash(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())),
                                                     QCryptographicHash::Md5)
                                .toHex()));
}

void json(WarehouseCall &call)
{
    if (const auto value = model::readJson(call.text(0)))
        call.give(model::toQString(model::writeJson(*value)));
}

// A number between two, from the third: the same third gives the same number.
void uniform(WarehouseCall &call)
{
    const auto seed = static_cast<std::uint64_t>(call.whole(2)) * 0x9E3779B97F4A7C15ULL;
    const double share = static_cast<double>((seed ^ seed >> 29) >> 11) / 9007199254740992.0;
    if (call.type(0) == SQLITE_INTEGER && call.type(1) == SQLITE_INTEGER)
        return call.give(call.whole(0) +
                         static_cast<std::int64_t>(share * static_cast<double>(call.whole(1) - call.whole(0) + 1)));
    call.give(call.number(0) + share * (call.number(1) - call.number(0)));
}

// Equal, where null equals null.
void same(WarehouseCall &call)
{
    if (call.isNull(0) || call.isNull(1))
        return call.give(std::int64_t(call.isNull(0) && call.isNull(1)));
    call.give(std::int64_t(call.isNumber(0) && call.isNumber(1) ? call.number(0) == call.number(1)
                                                                : call.text(0) == call.text(1)));
}

constexpr WarehouseFunction entries[] = {
    entry<number>("wh_number", -1),  entry<whole>("wh_whole", 2),
    entry<logical>("wh_logical", 1), entry<text>("wh_text", 1),
    entry<md5>("wh_md5", 1),         entry<json>("wh_json", 1),
    entry<uniform>("wh_uniform", 3), {"wh_same", 2, &callBody<same, true>},
};

// Aggregates over all numbers of a group.
struct Numbers
{
    std::vector<double> *values;
};

void collect(sqlite3_context *context, int, sqlite3_value **values)
{
    auto *state = static_cast<Numbers *>(sqlite3_aggregate_context(context, sizeof(Numbers)));
    if (!state || sqlite3_value_type(values[0]) == SQLITE_NULL)
        return;
    if (!state->values)
        state->values = new std::vector<double>;
    state->values->push_back(sqlite3_value_double(values[0]));
}

template <class Summary>
void summarise(sqlite3_context *context, Summary summary)
{
    auto *state = static_cast<Numbers *>(sqlite3_aggregate_context(context, 0));
    const std::unique_ptr<std::vector<double>> values(state ? std::exchange(state->values, nullptr) : nullptr);
    const std::optional<double> result = values ? summary(*values) : std::nullopt;
    if (result)
        sqlite3_result_double(context, *result);
}

void median(sqlite3_context *context)
{
    summarise(context, [](std::vector<double> &values) -> std::optional<double> {
        std::ranges::sort(values);
        const std::size_t middle = values.size() / 2;
        return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    });
}

void deviation(sqlite3_context *context)
{
    summarise(context, [](std::vector<double> &values) -> std::optional<double> {
        if (values.size() < 2)
            return std::nullopt;
        double mean = 0, squares = 0;
        for (const double value : values)
            mean += value / static_cast<double>(values.size());
        for (const double value : values)
            squares += (value - mean) * (value - mean);
        return std::sqrt(squares / static_cast<double>(values.size() - 1));
    });
}

} // namespace

model::Result<void> registerWarehouseFunctions(sqlite3 *database, Moment now_)
{
    int code = SQLITE_OK;
    const auto add = [&](const char *name, int arguments, auto function, Moment *data) {
        const auto drop = [](void *moment) { delete static_cast<Moment *>(moment); };
        code |= sqlite3_create_function_v2(database, name, arguments, SQLITE_UTF8 | SQLITE_DETERMINISTIC, data,
                                           function, nullptr, nullptr, data ? +drop : nullptr);
    };
    for (const std::span<const WarehouseFunction> some :
         {std::span<const WarehouseFunction>(entries), warehouseDates(), warehouseTexts()}) {
        for (const WarehouseFunction &one : some)
            add(one.name, one.arguments, one.function, nullptr);
    }
    add("wh_today", 0, &callBody<today, false>, new Moment(now_));
    add("wh_now", 0, &callBody<now, false>, new Moment(now_));
    code |=
        sqlite3_create_function_v2(database, "wh_median", 1, SQLITE_UTF8, nullptr, nullptr, &collect, &median, nullptr);
    code |= sqlite3_create_function_v2(database, "wh_stddev", 1, SQLITE_UTF8, nullptr, nullptr, &collect, &deviation,
                                       nullptr);
    if (code != SQLITE_OK)
        return model::fail(sqliteError(database, code));
    return {};
}

} // namespace tessera::adapters
