// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/query/warehouse_functions.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <mutex>
#include <vector>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>

#include <sqlite3.h>

#include "adapters/csv/csv_cells.h"
#include "adapters/query/sqlite_statement.h"
#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/value/calendar.h"
#include "model/value/iso_text.h"

namespace tessera::adapters {

using model::Moment;

namespace {

// The arguments and the result of one call.
class Call
{
public:
    Call(sqlite3_context *context, int count, sqlite3_value **values) : m_context(context), m_count(count), m_values(values) {}

    int count() const { return m_count; }
    bool isNull(int i) const { return sqlite3_value_type(m_values[i]) == SQLITE_NULL; }
    int type(int i) const { return sqlite3_value_type(m_values[i]); }
    bool isNumber(int i) const { return type(i) == SQLITE_INTEGER || type(i) == SQLITE_FLOAT; }
    std::int64_t whole(int i) const { return sqlite3_value_int64(m_values[i]); }
    double number(int i) const { return sqlite3_value_double(m_values[i]); }
    std::string_view text(int i) const
    {
        const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(m_values[i]));
        return {text ? text : "", static_cast<std::size_t>(sqlite3_value_bytes(m_values[i]))};
    }
    std::optional<Moment> moment(int i) const { return model::momentFromIso(text(i)); }
    Moment clock() const { return *static_cast<const Moment *>(sqlite3_user_data(m_context)); }

    void give(std::int64_t value) { sqlite3_result_int64(m_context, value); }
    void give(double value) { sqlite3_result_double(m_context, value); }
    void give(std::string_view value)
    {
        sqlite3_result_text(m_context, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
    }
    void give(Moment value)
    {
        std::string text;
        model::appendIso(text, value);
        give(std::string_view(text));
    }
    void giveNull() { sqlite3_result_null(m_context); }
    void giveArgument(int i) { sqlite3_result_value(m_context, m_values[i]); }
    void refuse(const char *why) { sqlite3_result_error(m_context, why, -1); }

private:
    sqlite3_context *m_context;
    int m_count;
    sqlite3_value **m_values;
};

std::optional<model::DateUnit> unit(Call &call)
{
    const auto unit = model::dateUnit(call.text(0));
    return unit == model::DateUnit::Week ? model::DateUnit::WeekFromMonday : unit;
}

// A whole number of units; fractions are rounded, as warehouses do.
void add(Call &call)
{
    const auto by = unit(call);
    const auto moment = call.moment(2);
    if (!by || !moment)
        return call.giveNull();
    call.give(model::add(*moment, *by, std::llround(call.number(1))));
}

void diff(Call &call)
{
    const auto by = unit(call);
    const auto start = call.moment(1), end = call.moment(2);
    if (!by || !start || !end)
        return call.giveNull();
    call.give(model::difference(*start, *end, *by));
}

void trunc(Call &call)
{
    const auto by = unit(call);
    const auto moment = call.moment(1);
    if (!by || !moment)
        return call.giveNull();
    call.give(model::truncate(*moment, *by));
}

// ISO week: the one that holds the year's first Thursday is the first.
std::int64_t isoWeek(Moment moment)
{
    const int fromMonday = (model::weekday(moment) + 5) % 7;
    const Moment thursday = model::add(model::truncate(moment, model::DateUnit::Day), model::DateUnit::Day, 3 - fromMonday);
    return (model::dayOfYear(thursday) - 1) / 7 + 1;
}

void part(Call &call)
{
    const std::string_view name = call.text(0);
    const auto moment = call.moment(1);
    if (!moment)
        return call.giveNull();
    const model::CivilTime t = model::toCivil(*moment);
    const int fromSunday = model::weekday(*moment) - 1;
    const std::pair<std::string_view, std::int64_t> parts[] = {
        {"year", t.year}, {"quarter", (t.month + 2) / 3}, {"month", t.month}, {"week", isoWeek(*moment)}, {"day", t.day},
        {"hour", t.hour}, {"minute", t.minute}, {"second", t.second}, {"millisecond", t.micro / 1000}, {"dayofweek", fromSunday},
        {"dayofweekiso", fromSunday == 0 ? 7 : fromSunday}, {"dayofyear", model::dayOfYear(*moment)},
        {"epoch", moment->micros / 1'000'000},
    };
    for (const auto &[known, value] : parts) {
        if (known == name)
            return call.give(value);
    }
    call.refuse("unknown part of a date");
}

void lastDay(Call &call)
{
    const auto by = unit(call);
    const auto moment = call.moment(1);
    if (!by || !moment)
        return call.giveNull();
    call.give(model::truncate(model::lastSecond(*moment, *by), model::DateUnit::Day));
}

void today(Call &call)
{
    call.give(model::truncate(call.clock(), model::DateUnit::Day));
}

void now(Call &call)
{
    call.give(call.clock());
}

// Text in ISO form, or seconds since 1970.
std::optional<Moment> momentOf(Call &call)
{
    if (call.isNumber(0))
        return Moment{std::llround(call.number(0) * 1e6)};
    return call.moment(0);
}

void date(Call &call)
{
    const auto moment = momentOf(call);
    if (!moment)
        return call.giveNull();
    call.give(model::truncate(*moment, model::DateUnit::Day));
}

void moment(Call &call)
{
    const auto moment = momentOf(call);
    if (!moment)
        return call.giveNull();
    call.give(*moment);
}

void day(Call &call)
{
    model::CivilTime t;
    t.year = static_cast<int>(std::clamp<std::int64_t>(call.whole(0), -9999, 9999));
    t.month = static_cast<int>(std::clamp<std::int64_t>(call.whole(1), -99999, 99999));
    t.day = static_cast<int>(std::clamp<std::int64_t>(call.whole(2), -99999, 99999));
    call.give(model::fromCivil(t));
}

void number(Call &call)
{
    if (call.isNumber(0))
        return call.giveArgument(0);
    const auto value = readNumberCell(call.text(0));
    if (!value)
        return call.giveNull();
    std::visit([&](auto number) { call.give(number); }, *value);
}

// A number with so many figures behind the dot.
void whole(Call &call)
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

void logical(Call &call)
{
    if (call.isNumber(0))
        return call.give(std::int64_t(call.number(0) != 0));
    static constexpr std::string_view yes[] = {"true", "t", "yes", "y", "on", "1"}, no[] = {"false", "f", "no", "n", "off", "0"};
    std::string text(call.text(0));
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    if (std::ranges::find(yes, text) != std::end(yes))
        return call.give(std::int64_t(1));
    if (std::ranges::find(no, text) != std::end(no))
        return call.give(std::int64_t(0));
    call.giveNull();
}

// A midnight is written as its day.
void text(Call &call)
{
    const std::string_view value = call.text(0);
    if (call.type(0) == SQLITE_TEXT && value.size() == 19 && value.ends_with(" 00:00:00") && model::storedMoment(value))
        return call.give(value.substr(0, 10));
    call.give(value);
}

std::string padded(std::int64_t value, int width)
{
    std::string text = std::to_string(value);
    return std::string(static_cast<std::size_t>(std::max(0, width - static_cast<int>(text.size()))), '0') + text;
}

constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::string_view longMonths[] = {"January", "February", "March", "April", "May", "June", "July",
                                           "August", "September", "October", "November", "December"};
constexpr std::string_view days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

// The format elements of TO_CHAR for dates.
void format(Call &call)
{
    const auto moment = call.type(0) == SQLITE_TEXT ? call.moment(0) : std::nullopt;
    if (!moment)
        return call.refuse("TO_CHAR with a format is known for dates only");
    const model::CivilTime t = model::toCivil(*moment);
    const auto month = static_cast<std::size_t>(t.month - 1);
    const std::pair<std::string_view, std::string> elements[] = {
        {"YYYY", padded(t.year, 4)}, {"YY", padded(t.year % 100, 2)}, {"MMMM", std::string(longMonths[month])},
        {"MONTH", std::string(longMonths[month])}, {"MON", std::string(months[month])}, {"MM", padded(t.month, 2)},
        {"DD", padded(t.day, 2)}, {"DY", std::string(days[model::weekday(*moment) - 1])}, {"HH24", padded(t.hour, 2)},
        {"HH12", padded((t.hour + 11) % 12 + 1, 2)}, {"HH", padded(t.hour, 2)}, {"MI", padded(t.minute, 2)}, {"SS", padded(t.second, 2)},
        {"FF3", padded(t.micro / 1000, 3)}, {"FF", padded(t.micro, 6)}, {"AM", t.hour < 12 ? "AM" : "PM"}, {"PM", t.hour < 12 ? "AM" : "PM"},
        {"Q", std::to_string((t.month + 2) / 3)},
    };
    std::string upper(call.text(1)), out;
    std::ranges::transform(upper, upper.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
    for (std::size_t at = 0; at < upper.size();) {
        const auto found = std::ranges::find_if(elements, [&](const auto &e) { return upper.compare(at, e.first.size(), e.first) == 0; });
        if (found == std::end(elements)) {
            out += call.text(1)[at++];
            continue;
        }
        out += found->second;
        at += found->first.size();
    }
    call.give(std::string_view(out));
}

void monthName(Call &call)
{
    if (const auto moment = call.moment(0))
        call.give(months[model::toCivil(*moment).month - 1]);
}

void dayName(Call &call)
{
    if (const auto moment = call.moment(0))
        call.give(days[model::weekday(*moment) - 1]);
}

void give(Call &call, const QString &text)
{
    const std::string utf8 = model::toUtf8(text);
    call.give(std::string_view(utf8));
}

qsizetype lengthOf(Call &call, int i)
{
    return static_cast<qsizetype>(std::clamp<std::int64_t>(call.whole(i), 0, 1'000'000));
}

void left(Call &call)
{
    give(call, model::toQString(call.text(0)).left(lengthOf(call, 1)));
}

void right(Call &call)
{
    give(call, model::toQString(call.text(0)).right(lengthOf(call, 1)));
}

void splitPart(Call &call)
{
    const QString separator = model::toQString(call.text(1));
    const QStringList parts = separator.isEmpty() ? QStringList(model::toQString(call.text(0))) : model::toQString(call.text(0)).split(separator);
    const std::int64_t wanted = call.whole(2);
    const std::int64_t index = wanted > 0 ? wanted - 1 : wanted == 0 ? 0 : parts.size() + wanted;
    give(call, index >= 0 && index < parts.size() ? parts[static_cast<qsizetype>(index)] : QString());
}

void contains(Call &call)
{
    call.give(std::int64_t(call.text(0).find(call.text(1)) != std::string_view::npos));
}

void starts(Call &call)
{
    call.give(std::int64_t(call.text(0).starts_with(call.text(1))));
}

void ends(Call &call)
{
    call.give(std::int64_t(call.text(0).ends_with(call.text(1))));
}

void initcap(Call &call)
{
    QString text = model::toQString(call.text(0)).toLower();
    bool first = true;
    for (QChar &c : text) {
        if (first)
            c = c.toUpper();
        first = !c.isLetterOrNumber();
    }
    give(call, text);
}

QString padding(Call &call, qsizetype missing)
{
    const QString pad = call.count() > 2 ? model::toQString(call.text(2)) : QStringLiteral(" ");
    return pad.isEmpty() || missing <= 0 ? QString() : pad.repeated(missing / pad.size() + 1).left(missing);
}

void lpad(Call &call)
{
    const QString text = model::toQString(call.text(0));
    const qsizetype length = lengthOf(call, 1);
    give(call, (padding(call, length - text.size()) + text).left(length));
}

void rpad(Call &call)
{
    const QString text = model::toQString(call.text(0));
    const qsizetype length = lengthOf(call, 1);
    give(call, (text + padding(call, length - text.size())).left(length));
}

void repeat(Call &call)
{
    const QString text = model::toQString(call.text(0));
    give(call, text.repeated(std::min<qsizetype>(lengthOf(call, 1), 1'000'000 / std::max<qsizetype>(1, text.size()))));
}

void reverse(Call &call)
{
    QString text = model::toQString(call.text(0));
    std::reverse(text.begin(), text.end());
    give(call, text);
}

void concat(Call &call)
{
    std::string all;
    for (int i = 0; i < call.count(); ++i)
        all += call.text(i);
    call.give(std::string_view(all));
}

void concatWith(Call &call)
{
    std::string all;
    for (int i = 1; i < call.count(); ++i)
        all += (i > 1 ? std::string(call.text(0)) : std::string()) + std::string(call.text(i));
    call.give(std::string_view(all));
}

const QRegularExpression &expression(std::string_view pattern)
{
    thread_local std::map<std::string, QRegularExpression, std::less<>> known;
    const auto found = known.find(pattern);
    if (found != known.end())
        return found->second;
    if (known.size() > 100)
        known.clear();
    return known.emplace(pattern, QRegularExpression(model::toQString(pattern), QRegularExpression::UseUnicodePropertiesOption)).first->second;
}

// As Snowflake's RLIKE: the whole text has to match.
void regexpWhole(Call &call)
{
    const QRegularExpression &pattern = expression("^(?:" + std::string(call.text(1)) + ")$");
    if (!pattern.isValid())
        return call.refuse("wrong regular expression");
    call.give(std::int64_t(pattern.match(model::toQString(call.text(0))).hasMatch()));
}

void regexpOperator(Call &call)
{
    const QRegularExpression &pattern = expression(call.text(0)); // x REGEXP y calls regexp(y, x)
    if (!pattern.isValid())
        return call.refuse("wrong regular expression");
    call.give(std::int64_t(pattern.match(model::toQString(call.text(1))).hasMatch()));
}

void regexpReplace(Call &call)
{
    const QRegularExpression &pattern = expression(call.text(1));
    if (!pattern.isValid())
        return call.refuse("wrong regular expression");
    give(call, model::toQString(call.text(0)).replace(pattern, call.count() > 2 ? model::toQString(call.text(2)) : QString()));
}

void regexpSubstr(Call &call)
{
    const QRegularExpression &pattern = expression(call.text(1));
    const auto match = pattern.match(model::toQString(call.text(0)));
    if (!match.hasMatch())
        return call.giveNull();
    give(call, match.captured());
}

void regexpCount(Call &call)
{
    std::int64_t count = 0;
    auto matches = expression(call.text(1)).globalMatch(model::toQString(call.text(0)));
    for (; matches.hasNext(); matches.next())
        ++count;
    call.give(count);
}

void md5(Call &call)
{
    const std::string_view bytes = call.text(0);
    give(call, QString::fromLatin1(QCryptographicHash::hash(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())),
                                                            QCryptographicHash::Md5).toHex()));
}

void json(Call &call)
{
    if (const auto value = model::readJson(call.text(0)))
        give(call, model::toQString(model::writeJson(*value)));
}

// A number between two, from the third: the same third gives the same number.
void uniform(Call &call)
{
    const auto seed = static_cast<std::uint64_t>(call.whole(2)) * 0x9E3779B97F4A7C15ULL;
    const double share = static_cast<double>((seed ^ seed >> 29) >> 11) / 9007199254740992.0;
    if (call.type(0) == SQLITE_INTEGER && call.type(1) == SQLITE_INTEGER)
        return call.give(call.whole(0) + static_cast<std::int64_t>(share * static_cast<double>(call.whole(1) - call.whole(0) + 1)));
    call.give(call.number(0) + share * (call.number(1) - call.number(0)));
}

// Equal, where null equals null.
void same(Call &call)
{
    if (call.isNull(0) || call.isNull(1))
        return call.give(std::int64_t(call.isNull(0) && call.isNull(1)));
    call.give(std::int64_t(call.isNumber(0) && call.isNumber(1) ? call.number(0) == call.number(1) : call.text(0) == call.text(1)));
}

// LIKE over UTF-8: % any text, _ one character, `escape` before either makes it itself.
bool like(std::string_view pattern, std::string_view text, char escape, int &steps)
{
    std::size_t p = 0, t = 0;
    std::size_t retryPattern = std::string_view::npos, retryText = 0;
    const auto width = [&](std::size_t at) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
            ++end;
        return end - at;
    };
    while (t < text.size()) {
        if (++steps > 10'000'000)
            return false;
        if (p < pattern.size() && pattern[p] == '%' && pattern[p] != escape) {
            retryPattern = ++p;
            retryText = t;
            continue;
        }
        const bool escaped = p + 1 < pattern.size() && escape != '\0' && pattern[p] == escape;
        if (p < pattern.size() && !escaped && pattern[p] == '_') {
            ++p;
            t += width(t);
        } else if (p < pattern.size() && pattern[p + escaped] == text[t]) {
            p += escaped ? 2 : 1;
            ++t;
        } else if (retryPattern != std::string_view::npos) {
            p = retryPattern;
            retryText += width(retryText);
            t = retryText;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '%')
        ++p;
    return p == pattern.size();
}

char escapeOf(Call &call)
{
    return call.count() > 2 && !call.text(2).empty() ? call.text(2).front() : '\\';
}

void likeExact(Call &call)
{
    int steps = 0;
    call.give(std::int64_t(like(call.text(0), call.text(1), escapeOf(call), steps)));
}

void likeFolded(Call &call)
{
    int steps = 0;
    const std::string pattern = model::toUtf8(model::toQString(call.text(0)).toCaseFolded());
    const std::string text = model::toUtf8(model::toQString(call.text(1)).toCaseFolded());
    call.give(std::int64_t(like(pattern, text, escapeOf(call), steps)));
}

using Body = void (*)(Call &);

template <Body body, bool takesNull>
void callBody(sqlite3_context *context, int count, sqlite3_value **values)
{
    Call call(context, count, values);
    for (int i = 0; i < count && !takesNull; ++i) {
        if (call.isNull(i))
            return call.giveNull();
    }
    body(call);
}

struct Entry
{
    const char *name;
    int arguments; // -1: any number
    void (*function)(sqlite3_context *, int, sqlite3_value **);
};

template <Body body>
constexpr Entry entry(const char *name, int arguments)
{
    return {name, arguments, &callBody<body, false>};
}

constexpr Entry entries[] = {
    entry<add>("wh_add", 3), entry<diff>("wh_diff", 3), entry<trunc>("wh_trunc", 2), entry<part>("wh_part", 2),
    entry<lastDay>("wh_last_day", 2), entry<date>("wh_date", -1),
    entry<moment>("wh_moment", 1), entry<day>("wh_day", 3), entry<number>("wh_number", -1), entry<whole>("wh_whole", 2),
    entry<logical>("wh_logical", 1), entry<text>("wh_text", 1), entry<format>("wh_format", 2), entry<monthName>("wh_month_name", 1),
    entry<dayName>("wh_day_name", 1), entry<left>("wh_left", 2), entry<right>("wh_right", 2), entry<splitPart>("wh_split_part", 3),
    entry<contains>("wh_contains", 2), entry<starts>("wh_starts", 2), entry<ends>("wh_ends", 2), entry<initcap>("wh_initcap", 1),
    entry<lpad>("wh_lpad", -1), entry<rpad>("wh_rpad", -1), entry<repeat>("wh_repeat", 2), entry<reverse>("wh_reverse", 1),
    entry<concat>("wh_concat", -1), entry<concatWith>("wh_concat_ws", -1), entry<regexpWhole>("wh_regexp", 2),
    entry<regexpOperator>("regexp", 2), entry<regexpReplace>("wh_regexp_replace", -1), entry<regexpSubstr>("wh_regexp_substr", -1),
    entry<regexpCount>("wh_regexp_count", 2), entry<md5>("wh_md5", 1), entry<json>("wh_json", 1), entry<uniform>("wh_uniform", 3),
    {"wh_same", 2, &callBody<same, true>}, entry<likeExact>("like", 2), entry<likeExact>("like", 3), entry<likeFolded>("match", 2),
    entry<likeFolded>("match", 3),
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
        code |= sqlite3_create_function_v2(database, name, arguments, SQLITE_UTF8 | SQLITE_DETERMINISTIC, data, function, nullptr, nullptr,
                                           data ? +drop : nullptr);
    };
    for (const Entry &entry : entries)
        add(entry.name, entry.arguments, entry.function, nullptr);
    add("wh_today", 0, &callBody<today, false>, new Moment(now_));
    add("wh_now", 0, &callBody<now, false>, new Moment(now_));
    code |= sqlite3_create_function_v2(database, "wh_median", 1, SQLITE_UTF8, nullptr, nullptr, &collect, &median, nullptr);
    code |= sqlite3_create_function_v2(database, "wh_stddev", 1, SQLITE_UTF8, nullptr, nullptr, &collect, &deviation, nullptr);
    if (code != SQLITE_OK)
        return model::fail(sqliteError(database, code));
    return {};
}

} // namespace tessera::adapters
