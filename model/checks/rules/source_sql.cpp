// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/rules/source_sql.h"

#include <algorithm>

#include <QRegularExpression>

#include "model/base/text.h"
#include "model/formula/lexer.h"

namespace tessera::model {

namespace {

// A name without case, blanks, underscores and signs.
std::string looseName(std::string_view name)
{
    std::string loose = foldName(name);
    std::erase_if(loose, [](char c) { return c == ' ' || c == '_' || c == '-'; });
    return loose;
}

// A word a statement can hold without quotes.
bool isPlainName(const std::string &name)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z_][A-Za-z0-9_ ]*$"));
    return plain.match(toQString(name)).hasMatch();
}

} // namespace

SqlWords readSql(std::string_view statement)
{
    static const QRegularExpression token(
        QStringLiteral("'(?:[^']|'')*'|--[^\\n]*|/\\*.*?\\*/"
                       "|\"([^\"]*)\"|`([^`]*)`|\\[([^\\]]*)\\]|([A-Za-z_][A-Za-z0-9_$]*)|[()*;]"
                       "|\\{\\{|\\S"),
        QRegularExpression::DotMatchesEverythingOption);
    SqlWords words;
    const QString text = toQString(statement);
    int depth = 0;
    bool with = false;
    auto tokens = token.globalMatch(text);
    while (tokens.hasNext()) {
        const auto match = tokens.next();
        const QString all = match.captured();
        if (all.startsWith(u"--") || all.startsWith(u"/*"))
            continue;
        if (words.semicolon && all != u";") {
            words.several = true;
            words.semicolon.reset();
        }
        for (int group = 1; group <= 3; ++group) {
            if (match.capturedStart(group) >= 0)
                words.quoted.insert(toUtf8(match.captured(group)));
        }
        if (const QString plain = match.captured(4).toLower(); !plain.isEmpty()) {
            words.plain.insert(toUtf8(plain));
            if (plain == u"with") {
                words.nestedWith |= with && depth > 0;
                with |= depth == 0;
            }
        }
        depth += all == u"(" ? 1 : all == u")" ? -1 : 0;
        words.open |= all == u"*" || all == u"{{";
        if (all == u";" && !words.several)
            words.semicolon = static_cast<std::size_t>(QStringView(text).left(match.capturedStart()).toUtf8().size());
    }
    return words;
}

std::string exactAlias(const SqlWords &words, const std::string &name, bool &unknown)
{
    unknown = false;
    if (words.quoted.contains(name) || words.plain.contains(foldName(name)))
        return {};
    const std::string loose = looseName(name);
    for (const auto *set : {&words.quoted, &words.plain}) {
        for (const std::string &word : *set) {
            if (looseName(word) == loose) {
                unknown = true;
                return word;
            }
        }
    }
    unknown = !words.open && isPlainName(name);
    return {};
}

} // namespace tessera::model
