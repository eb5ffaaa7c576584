// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <functional>

#include <QCache>
#include <QCryptographicHash>
#include <QRegularExpression>
#include <QUrl>

#include "model/base/text.h"
#include "model/formula/scalar/rows.h"

namespace tessera::model::formula {

namespace {

constexpr std::int64_t longestText = 10'000'000; // characters; a padding or repetition beyond it gives Null

// Characters as people count them here: code points, so that an emoji is one.
std::u32string characters(const std::string &text)
{
    const auto points = toQString(text).toUcs4();
    return {points.begin(), points.end()};
}

Value fromCharacters(std::u32string_view points)
{
    return toUtf8(QString::fromUcs4(points.data(), static_cast<qsizetype>(points.size())));
}

template <QString (*F)(const QString &)>
Value mapped(Arguments a, const Environment &)
{
    const std::string *text = textAt(a, 0);
    return text ? Value(toUtf8(F(toQString(*text)))) : Value();
}

QString lower(const QString &text)
{
    return text.toLower();
}
QString upper(const QString &text)
{
    return text.toUpper();
}

QString proper(const QString &text)
{
    QString out = text.toLower();
    bool start = true;
    for (QChar &c : out) {
        if (start)
            c = c.toUpper();
        start = !c.isLetterOrNumber() && c != QLatin1Char('\'');
    }
    return out;
}

Value concat(Arguments a, const Environment &)
{
    std::string out;
    for (const Value &part : a) {
        if (!part.isText())
            return {};
        out += part.text();
    }
    return out;
}

Value textJoin(Arguments a, const Environment &)
{
    const std::string *separator = textAt(a, 0);
    if (!separator)
        return {};
    std::string out;
    for (std::size_t i = 1; i < a.size(); ++i) {
        out += i > 1 ? *separator : std::string();
        out += a[i].isText() ? a[i].text() : std::string();
    }
    return out;
}

Value contains(Arguments a, const Environment &)
{
    const std::string *text = textAt(a, 0);
    if (!text)
        return {};
    for (std::size_t i = 1; i < a.size(); ++i) {
        if (a[i].isText() && text->find(a[i].text()) != std::string::npos)
            return true;
    }
    return false;
}

template <bool Start>
Value edge(Arguments a, const Environment &)
{
    const std::string *text = textAt(a, 0);
    const std::string *part = textAt(a, 1);
    return text && part ? Value(Start ? text->starts_with(*part) : text->ends_with(*part)) : Value();
}

Value find(Arguments a, const Environment &)
{
    const std::string *text = textAt(a, 0);
    const std::string *part = textAt(a, 1);
    if (!text || !part)
        return {};
    const std::size_t at = text->find(*part);
    return at == std::string::npos ? Value(0)
                                   : Value(static_cast<std::int64_t>(characters(text->substr(0, at)).size()) + 1);
}

// Patterns are mostly constant over the rows of a query; compiling one costs far more than a match.
const QRegularExpression &compiled(const std::string &key, const std::function<QRegularExpression()> &make)
{
    thread_local QCache<std::string, QRegularExpression> known(50);
    QRegularExpression *found = known.object(key);
    if (!found) {
        found = new QRegularExpression(make());
        known.insert(key, found);
    }
    return *found;
}

QString likePattern(const std::string &pattern)
{
    QString out;
    for (const QChar c : toQString(pattern)) {
        if (c == QLatin1Char('%'))
            out += QLatin1String(".*");
        else if (c == QLatin1Char('_'))
            out += QLatin1Char('.');
        else
            out += QRegularExpression::escape(QString(c));
    }
    return QRegularExpression::anchoredPattern(out);
}

template <bool Sensitive>
Value like(Arguments a, const Environment &)
{
    const std::string *text = textAt(a, 0);
    const std::string *pattern = textAt(a, 1);
    if (!text || !pattern)
        return {};
    const auto options = QRegularExpression::DotMatchesEverythingOption |
                         (Sensitive ? QRegularExpression::NoPatternOption : QRegularExpression::CaseInsensitiveOption);
    const QRegularExpression &regex = compiled((Sensitive ? "s" : "i") + *pattern,
                                               [&] { return QRegularExpression(likePattern(*pattern), options); });
    return regex.match(toQString(*text)).hasMatch();
}

Value left(Arguments a, const Environment &)
{
    const std::string *text = textAt(a, 0);
    const auto count = wholeAt(a, 1);
    if (!text || !count)
        return {};
    const std::u32string all = characters(*text);
    const auto size = static_cast<std::int64_t>(all.size());
    const std::int64_t keep = std::clamp<std::int64_t>(*count < 0 ? size + *count : *count, 0, size);
    return fromCharacters(std::u32string_view(all).substr(0, static_cast<std::size_t>(keep)));
}

Value right(Arguments a, const Environment &)
{
    const std::string *text = textAt(a, 0);
    const auto count = wholeAt(a, 1);
    if (!text || !count)
        return {};
    const std::u32string all = characters(*text);
    const auto size = static_cast<std::int64_t>(all.size());
    const std::int64_t keep = std::clamp<std::int64_t>(*count < 0 ? size + *count : *count, 0, size);
    return fromCharacters(std::u32string_view(all).substr(static_cast<std::size_t>(size - keep)));
}

Value middle(Arguments a, const Environment &)
{
    const std::string *text = textAt(a, 0);
    const auto start = wholeAt(a, 1);
    const auto length = wholeAt(a, 2, longestText);
    if (!text || !start || !length)
        return {};
    const std::u32string all = characters(*text);
    const auto from = static_cast<std::size_t>(std::max<std::int64_t>(0, *start - 1));
    if (from >= all.size() || *length <= 0)
        return "";
    return fromCharacters(std::u32string_view(all).substr(from, static_cast<std::size_t>(*length)));
}

Value lengthOf(Arguments a, const Environment &)
{
    const std::string *text = textAt(a, 0);
    return text ? Value(static_cast<std::int64_t>(characters(*text).size())) : Value();
}

template <bool Left>
Value pad(Arguments a, const Environment &)
{
    const std::string *text = textAt(a, 0);
    const auto length = wholeAt(a, 1);
    const std::u32string fill = a.size() > 2 && a[2].isText() ? characters(a[2].text()) : U" ";
    if (!text || !length || *length > longestText)
        return {};
    std::u32string all = characters(*text);
    const auto wanted = static_cast<std::size_t>(std::max<std::int64_t>(0, *length));
    if (all.size() >= wanted || fill.empty())
        return fromCharacters(std::u32string_view(all).substr(0, wanted));
    std::u32string padding;
    for (std::size_t i = 0; padding.size() < wanted - all.size(); ++i)
        padding += fill[i % fill.size()];
    return fromCharacters(Left ? padding + all : all + padding);
}

template <bool Left, bool Right>
Value trim(Arguments a, const Environment &)
{
    const std::string *text = textAt(a, 0);
    if (!text)
        return {};
    const std::size_t first = Left ? text->find_first_not_of(' ') : 0;
    const std::size_t last = text->find_last_not_of(' ');
    if (first == std::string::npos || last == std::string::npos)
        return "";
    return text->substr(first, Right ? last - first + 1 : std::string::npos);
}

template <QCryptographicHash::Algorithm Algorithm>
Value hash(Arguments a, const Environment &)
{
    const std::string *text = textAt(a, 0);
    if (!text)
        return {};
    const QByteArray bytes = QByteArray::fromRawData(text->data(), static_cast<qsizetype>(text->size()));
    return QCryptographicHash::hash(bytes, Algorithm).toHex().toStdString();
}

QRegularExpression expression(const std::string &pattern)
{
    return compiled('r' + pattern, [&] {
        return QRegularExpression(toQString(pattern), QRegularExpression::UseUnicodePropertiesOption);
    });
}

Value regexpMatch(Arguments a, const Environment &)
{
    const std::string *text = textAt(a, 0);
    const std::string *pattern = textAt(a, 1);
    const QRegularExpression regex = pattern ? expression(*pattern) : QRegularExpression();
    return text && pattern && regex.isValid() ? Value(regex.match(toQString(*text)).hasMatch()) : Value();
}

Value regexpCount(Arguments a, const Environment &)
{
    const std::string *text = textAt(a, 0);
    const std::string *pattern = textAt(a, 1);
    const QRegularExpression regex = pattern ? expression(*pattern) : QRegularExpression();
    if (!text || !pattern || !regex.isValid())
        return {};
    std::int64_t count = 0;
    for (auto it = regex.globalMatch(toQString(*text)); it.hasNext(); it.next())
        ++count;
    return count;
}

Value regexpExtract(Arguments a, const Environment &)
{
    const std::string *text = textAt(a, 0);
    const std::string *pattern = textAt(a, 1);
    const auto position = wholeAt(a, 2, 1);
    const QRegularExpression regex = pattern ? expression(*pattern) : QRegularExpression();
    if (!text || !pattern || !position || !regex.isValid())
        return {};
    std::int64_t seen = 0;
    for (auto it = regex.globalMatch(toQString(*text)); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (++seen == *position)
            return toUtf8(match.captured(match.lastCapturedIndex() >= 1 ? 1 : 0));
    }
    return {};
}

Value regexpReplace(Arguments a, const Environment &)
{
    const std::string *text = textAt(a, 0);
    const std::string *pattern = textAt(a, 1);
    const std::string *replacement = textAt(a, 2);
    const QRegularExpression regex = pattern ? expression(*pattern) : QRegularExpression();
    if (!text || !pattern || !replacement || !regex.isValid())
        return {};
    return toUtf8(toQString(*text).replace(regex, toQString(*replacement)));
}

Value repeat(Arguments a, const Environment &)
{
    const std::string *text = textAt(a, 0);
    const auto count = wholeAt(a, 1);
    if (!text || !count || *count <= 0 || static_cast<std::int64_t>(text->size()) * *count > longestText)
        return {};
    std::string out;
    for (std::int64_t i = 0; i < *count; ++i)
        out += *text;
    return out;
}

Value replace(Arguments a, const Environment &)
{
    const std::string *text = textAt(a, 0);
    const std::string *part = textAt(a, 1);
    const std::string *with = textAt(a, 2);
    if (!text || !part || !with)
        return {};
    return part->empty() ? Value(*text) : Value(toUtf8(toQString(*text).replace(toQString(*part), toQString(*with))));
}

Value reverse(Arguments a, const Environment &)
{
    const std::string *text = textAt(a, 0);
    if (!text)
        return {};
    std::u32string all = characters(*text);
    std::reverse(all.begin(), all.end());
    return fromCharacters(all);
}

Value splitPart(Arguments a, const Environment &)
{
    const std::string *text = textAt(a, 0);
    const std::string *delimiter = textAt(a, 1);
    const auto position = wholeAt(a, 2);
    if (!text || !delimiter || !position || *position == 0)
        return {};
    const QStringList parts =
        delimiter->empty() ? QStringList{toQString(*text)} : toQString(*text).split(toQString(*delimiter));
    const std::int64_t index = *position > 0 ? *position - 1 : parts.size() + *position;
    return index >= 0 && index < parts.size() ? Value(toUtf8(parts.at(static_cast<qsizetype>(index)))) : Value("");
}

Value urlPart(Arguments a, const Environment &)
{
    const std::string *component = textAt(a, 0);
    const std::string *address = textAt(a, 1);
    if (!component || !address)
        return {};
    const QUrl url(toQString(*address));
    const QString wanted = toQString(*component).toLower();
    const auto part = [&](const char *name) { return wanted == QLatin1String(name); };
    const QString value = part("scheme")      ? url.scheme()
                          : part("authority") ? url.authority()
                          : part("userinfo")  ? url.userInfo()
                          : part("host")      ? url.host()
                          : part("port")      ? (url.port() < 0 ? QString() : QString::number(url.port()))
                          : part("path")      ? url.path()
                          : part("query")     ? url.query()
                          : part("fragment")  ? url.fragment()
                                              : QString();
    return value.isEmpty() ? Value() : Value(toUtf8(value));
}

constexpr ScalarFunction rows[] = {
    {"Concat", concat},
    {"Contains", contains},
    {"EndsWith", edge<false>},
    {"Find", find},
    {"ILike", like<false>},
    {"Left", left},
    {"Len", lengthOf},
    {"Like", like<true>},
    {"LPad", pad<true>},
    {"Lower", mapped<lower>},
    {"LTrim", trim<true, false>},
    {"MD5", hash<QCryptographicHash::Md5>},
    {"Mid", middle},
    {"Proper", mapped<proper>},
    {"RegexpCount", regexpCount},
    {"RegexpExtract", regexpExtract},
    {"RegexpMatch", regexpMatch},
    {"RegexpReplace", regexpReplace},
    {"Repeat", repeat},
    {"Replace", replace},
    {"Reverse", reverse},
    {"Right", right},
    {"RPad", pad<false>},
    {"RTrim", trim<false, true>},
    {"SHA256", hash<QCryptographicHash::Sha256>},
    {"SplitPart", splitPart},
    {"StartsWith", edge<true>},
    {"Substring", middle},
    {"TextJoin", textJoin, false},
    {"Trim", trim<true, true>},
    {"Upper", mapped<upper>},
    {"UrlPart", urlPart},
};

} // namespace

std::span<const ScalarFunction> textFunctions()
{
    return rows;
}

} // namespace tessera::model::formula
