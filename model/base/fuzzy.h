// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QList>
#include <QString>

namespace tessera::model {

struct FuzzyMatch
{
    int score = 0;        // higher is better
    QList<int> positions; // of the matched characters in the text
};

// Whether the letters of `pattern` stand in `text` in that order, ignoring case and spaces of the pattern. Starts of
// words, runs and an early start score; an empty pattern matches everything with 0.
std::optional<FuzzyMatch> fuzzyMatch(const QString &pattern, const QString &text);

} // namespace tessera::model
