// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/fuzzy.h"

namespace tessera::model {

namespace {

bool startsWord(const QString &text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text.at(at - 1);
    return !before.isLetterOrNumber() || (before.isLower() && text.at(at).isUpper());
}

// The best place for one character at or after `from`: the start of a word when the rest can still be found behind it.
qsizetype findFrom(const QString &text, QChar wanted, qsizetype from)
{
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text.at(i).toCaseFolded() == wanted)
            return i;
    }
    return -1;
}

bool restFits(const QString &pattern, qsizetype next, const QString &text, qsizetype from)
{
    for (; next < pattern.size(); ++next) {
        const qsizetype at = findFrom(text, pattern.at(next), from);
        if (at < 0)
            return false;
        from = at + 1;
    }
    return true;
}

qsizetype choose(const QString &pattern, qsizetype index, const QString &text, qsizetype from, bool run)
{
    const qsizetype first = findFrom(text, pattern.at(index), from);
    if (first < 0 || (run && first == from) || startsWord(text, first))
        return first;
    for (qsizetype at = first; at >= 0; at = findFrom(text, pattern.at(index), at + 1)) {
        if (startsWord(text, at) && restFits(pattern, index + 1, text, at + 1))
            return at;
    }
    return first;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString &pattern, const QString &text)
{
    QString wanted = pattern.toCaseFolded();
    wanted.remove(u' ');
    FuzzyMatch match;
    qsizetype from = 0;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const bool run = i > 0;
        const qsizetype at = choose(wanted, i, text, from, run);
        if (at < 0)
            return std::nullopt;
        match.score += 1 + (startsWord(text, at) ? 8 : 0) + (run && at == from ? 5 : 0) + (at == 0 ? 4 : 0);
        match.positions.append(static_cast<int>(at));
        from = at + 1;
    }
    if (!wanted.isEmpty())
        match.score -= static_cast<int>(qMin<qsizetype>(text.size(), 60)) / 8; // shorter texts first
    return match;
}

} // namespace tessera::model
