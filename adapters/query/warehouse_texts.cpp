// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <mutex>
#include <vector>

#include <QRegularExpression>

#include "adapters/query/warehouse_call.h"
#include "model/base/text.h"

// Texts as warehouses treat them: characters, patterns, LIKE.

namespace tessera::adapters {

namespace {

qsizetype lengthOf(WarehouseCall &call, int i)
{
    return static_cast<qsizetype>(std::clamp<std::int64_t>(call.whole(i), 0, 1'000'000));
}

void left(WarehouseCall &call)
{
    call.give(model::toQString(call.text(0)).left(lengthOf(call, 1)));
}

void right(WarehouseCall &call)
{
    call.give(model::toQString(call.text(0)).right(lengthOf(call, 1)));
}

void splitPart(WarehouseCall &call)
{
    const QString separator = model::toQString(call.text(1));
    const QStringList parts = separator.isEmpty() ? QStringList(model::toQString(call.text(0)))
                                                  : model::toQString(call.text(0)).split(separator);
    const std::int64_t wanted = call.whole(2);
    const std::int64_t index = wanted > 0 ? wanted - 1 : wanted == 0 ? 0 : parts.size() + wanted;
    call.give(index >= 0 && index < parts.size() ? parts[static_cast<qsizetype>(index)] : QString());
}

void contains(WarehouseCall &call)
{
    call.give(std::int64_t(call.text(0).find(call.text(1)) != std::string_view::npos));
}

void starts(WarehouseCall &call)
{
    call.give(std::int64_t(call.text(0).starts_with(call.text(1))));
}

void ends(WarehouseCall &call)
{
    call.give(std::int64_t(call.text(0).ends_with(call.text(1))));
}

void initcap(WarehouseCall &call)
{
    QString text = model::toQString(call.text(0)).toLower();
    bool first = true;
    for (QChar &c : text) {
        if (first)
            c = c.toUpper();
        first = !c.isLetterOrNumber();
    }
    call.give(text);
}

QString padding(WarehouseCall &call, qsizetype missing)
{
    const QString pad = call.count() > 2 ? model::toQString(call.text(2)) : QStringLiteral(" ");
    return pad.isEmpty() || missing <= 0 ? QString() : pad.repeated(missing / pad.size() + 1).left(missing);
}

void lpad(WarehouseCall &call)
{
    const QString text = model::toQString(call.text(0));
    const qsizetype length = lengthOf(call, 1);
    call.give((padding(call, length - text.size()) + text).left(length));
}

void rpad(WarehouseCall &call)
{
    const QString text = model::toQString(call.text(0));
    const qsizetype length = lengthOf(call, 1);
    call.give((text + padding(call, length - text.size())).left(length));
}

void repeat(WarehouseCall &call)
{
    const QString text = model::toQString(call.text(0));
    call.give(text.repeated(std::min<qsizetype>(lengthOf(call, 1), 1'000'000 / std::max<qsizetype>(1, text.size()))));
}

void reverse(WarehouseCall &call)
{
    QString text = model::toQString(call.text(0));
    std::reverse(text.begin(), text.end());
    call.give(text);
}

void concat(WarehouseCall &call)
{
    std::string all;
    for (int i = 0; i < call.count(); ++i)
        all += call.text(i);
    call.give(std::string_view(all));
}

void concatWith(WarehouseCall &call)
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
    return known
        .emplace(pattern, QRegularExpression(model::toQString(pattern), QRegularExpression::UseUnicodePropertiesOption))
        .first->second;
}

// As Snowflake's RLIKE: the whole text has to match.
void regexpWhole(WarehouseCall &call)
{
    const QRegularExpression &pattern = expression("^(?:" + std::string(call.text(1)) + ")$");
    if (!pattern.isValid())
        return call.refuse("wrong regular expression");
    call.give(std::int64_t(pattern.match(model::toQString(call.text(0))).hasMatch()));
}

void regexpOperator(WarehouseCall &call)
{
    const QRegularExpression &pattern = expression(call.text(0)); // x REGEXP y calls regexp(y, x)
    if (!pattern.isValid())
        return call.refuse("wrong regular expression");
    call.give(std::int64_t(pattern.match(model::toQString(call.text(1))).hasMatch()));
}

void regexpReplace(WarehouseCall &call)
{
    const QRegularExpression &pattern = expression(call.text(1));
    if (!pattern.isValid())
        return call.refuse("wrong regular expression");
    call.give(
        model::toQString(call.text(0)).replace(pattern, call.count() > 2 ? model::toQString(call.text(2)) : QString()));
}

void regexpSubstr(WarehouseCall &call)
{
    const QRegularExpression &pattern = expression(call.text(1));
    const auto match = pattern.match(model::toQString(call.text(0)));
    if (!match.hasMatch())
        return call.giveNull();
    call.give(match.captured());
}

void regexpCount(WarehouseCall &call)
{
    std::int64_t count = 0;
    auto matches = expression(call.text(1)).globalMatch(model::toQString(call.text(0)));
    for (; matches.hasNext(); matches.next())
        ++count;
    call.give(count);
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

char escapeOf(WarehouseCall &call)
{
    return call.count() > 2 && !call.text(2).empty() ? call.text(2).front() : '\\';
}

void likeExact(WarehouseCall &call)
{
    int steps = 0;
    call.give(std::int64_t(like(call.text(0), call.text(1), escapeOf(call), steps)));
}

void likeFolded(WarehouseCall &call)
{
    int steps = 0;
    const std::string pattern = model::toUtf8(model::toQString(call.text(0)).toCaseFolded());
    const std::string text = model::toUtf8(model::toQString(call.text(1)).toCaseFolded());
    call.give(std::int64_t(like(pattern, text, escapeOf(call), steps)));
}

constexpr WarehouseFunction entries[] = {
    entry<left>("wh_left", 2),
    entry<right>("wh_right", 2),
    entry<splitPart>("wh_split_part", 3),
    entry<contains>("wh_contains", 2),
    entry<starts>("wh_starts", 2),
    entry<ends>("wh_ends", 2),
    entry<initcap>("wh_initcap", 1),
    entry<lpad>("wh_lpad", -1),
    entry<rpad>("wh_rpad", -1),
    entry<repeat>("wh_repeat", 2),
    entry<reverse>("wh_reverse", 1),
    entry<concat>("wh_concat", -1),
    entry<concatWith>("wh_concat_ws", -1),
    entry<regexpWhole>("wh_regexp", 2),
    entry<regexpOperator>("regexp", 2),
    entry<regexpReplace>("wh_regexp_replace", -1),
    entry<regexpSubstr>("wh_regexp_substr", -1),
    entry<regexpCount>("wh_regexp_count", 2),
    entry<likeExact>("like", 2),
    entry<likeExact>("like", 3),
    entry<likeFolded>("match", 2),
    entry<likeFolded>("match", 3),
};

} // namespace

std::span<const WarehouseFunction> warehouseTexts()
{
    return entries;
}

} // namespace tessera::adapters
