// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/findings.h"

#include <algorithm>
#include <array>

namespace tessera::model {

namespace {

constexpr std::array<std::string_view, 3> absences = {"layout.missing", "layout.unplaced", "layout.block-missing"};

} // namespace

QList<Diagnostic> joined(const QList<Diagnostic> &ofReading, const QList<Diagnostic> &ofCheck)
{
    const bool unread = std::any_of(ofReading.begin(), ofReading.end(),
                                    [](const Diagnostic &notice) { return notice.rule == "file.layout"; });
    QList<Diagnostic> all = ofReading;
    std::copy_if(ofCheck.begin(), ofCheck.end(), std::back_inserter(all), [unread](const Diagnostic &finding) {
        return !unread || std::find(absences.begin(), absences.end(), finding.rule) == absences.end();
    });
    return all;
}

} // namespace tessera::model
